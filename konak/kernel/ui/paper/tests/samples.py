"""Data of two papers: a bilingual act and the slip a citizen takes home."""

from datetime import UTC, date, datetime
from typing import Any

AT = datetime(2026, 10, 13, 8, 12, tzinfo=UTC)
PROOF = "https://kumanovo.example/i/2026-08-155-1"
HOUSE = {
    "country": {"mk": "Република Северна Македонија", "sq": "Republika e Maqedonisë së Veriut"},
    "name": {"mk": "Општина Куманово", "sq": "Komuna e Kumanovës"},
    "body": {"mk": "Совет на Општина Куманово", "sq": "Këshilli i Komunës së Kumanovës"},
}

ACT: dict[str, Any] = {
    "title": "Одлука за комуналниот ред – Vendim për rendin komunal",
    "lang": "mk",
    "house": HOUSE,
    "number": "08-155/4",
    "day": date(2026, 10, 13),
    "place": {"mk": "Куманово", "sq": "Kumanovë"},
    "proof": PROOF,
    "basis": {
        "mk": "Врз основа на член 36 став 1 точка 15 од Законот за локалната самоуправа („Службен весник на"
        " Република Македонија“ бр. 5/2002), Советот на Општина Куманово, на 57-та седница одржана на"
        " 13 октомври 2026 година, донесе",
        "sq": "Në bazë të nenit 36 paragrafi 1 pika 15 të Ligjit për vetëqeverisje lokale („Gazeta zyrtare e"
        " Republikës së Maqedonisë“ nr. 5/2002), Këshilli i Komunës së Kumanovës, në mbledhjen e 57-të të"
        " mbajtur më 13 tetor 2026, solli",
    },
    "act": {"mk": "ОДЛУКА\nза комуналниот ред", "sq": "VENDIM\npër rendin komunal"},
    "articles": [
        {
            "num": {"mk": f"Член {number}", "sq": f"Neni {number}"},
            "mk": [
                "(1) Со оваа одлука се уредува одржувањето на јавните површини во Општина Куманово.",
                "(2) Сопственикот е должен да го расчисти снегот пред својот објект најдоцна до 8 часот.",
            ],
            "sq": [
                "(1) Me këtë vendim rregullohet mirëmbajtja e sipërfaqeve publike në Komunën e Kumanovës.",
                "(2) Pronari është i detyruar ta pastrojë borën para objektit të vet më së voni deri në orën 8.",
            ],
        }
        for number in range(1, 8)
    ],
    "fees": {
        "head": ["Површина / Sipërfaqja", "Намена / Destinimi", "Зона / Zona", "Денари / Denarë"],
        "rows": [
            ["Плоштад „Нова Југославија“", "тераса / tarracë", "I", "1.500"],
            ["Кеј на Липковска Река", "штанд / stendë", "II", "800"],
            ["Зелен пазар / Tregu i gjelbër", "тезга / tezgë", "II", "650"],
        ],
    },
    "signer": {
        "office": {"mk": "Претседател на Советот", "sq": "Kryetar i Këshillit"},
        "name": "Ѓорѓи Џамбазовски",
        "way": "own-hand",
    },
}

SLIP: dict[str, Any] = {
    "title": "Потврда за прием 08-155/1",
    "lang": "mk",
    "house": {"name": HOUSE["name"], "country": HOUSE["country"]},
    "number": "08-155/1",
    "day": date(2026, 10, 13),
    "proof": PROOF,
    "name": {"mk": "Потврда за прием", "sq": "Vërtetim për pranim"},
    "facts": [
        ["Испраќач / Dërguesi", "Здружение „Ќе бидеме“ – Shoqata „Çdo ditë“"],
        ["Предмет / Lënda", "Барање за поставување осветлување на ул. „Љубе Ѕидаров“ бр. 12"],
        ["Примено / Pranuar", "13.10.2026, 10:12"],
        ["Прилози / Shtojca", "3"],
        ["Се одговара до / Përgjigja deri më", "28.10.2026"],
        ["Примил / Pranoi", "Јана Џекова, писарница / arkiva"],
    ],
}
