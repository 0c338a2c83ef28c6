"""The words of acts in Macedonian and Albanian: kinds, organs, months, labels. Data, no logic."""

# kind → words in the nominative, as they stand alone above a title (Albanian also in the definite form).
KINDS: dict[str, dict[str, tuple[str, ...]]] = {
    "mk": {
        "statute": ("статут",),
        "rules": ("деловник",),
        "budget": ("буџет",),
        "programme": ("програма",),
        "plan": ("план",),
        "decision": ("одлука",),
        "ruling": ("решение",),
        "conclusion": ("заклучок",),
        "rulebook": ("правилник",),
        "instruction": ("упатство",),
        "order": ("наредба",),
        "recommendation": ("препорака",),
        "declaration": ("декларација",),
        "consolidated": ("пречистен текст",),
        "correction": ("исправка",),
        "strategy": ("стратегија",),
        "tariff": ("тарифа",),
        "code": ("кодекс",),
        "opinion": ("мислење",),
        "report": ("извештај",),
    },
    "sq": {
        "statute": ("statut", "statuti"),
        "rules": ("rregullore e punës", "rregullorja e punës"),
        "budget": ("buxhet", "buxheti"),
        "programme": ("program", "programi"),
        "plan": ("plan", "plani"),
        "decision": ("vendim", "vendimi"),
        "ruling": ("aktvendim", "aktvendimi"),
        "conclusion": ("konkluzion", "konkluzioni", "përfundim", "përfundimi"),
        "rulebook": ("rregullore", "rregullorja"),
        "instruction": ("udhëzim", "udhëzimi"),
        "order": ("urdhëresë", "urdhëresa"),
        "recommendation": ("rekomandim", "rekomandimi"),
        "declaration": ("deklaratë", "deklarata"),
        "consolidated": ("tekst i spastruar", "teksti i spastruar"),
        "correction": ("korrigjim", "korrigjimi", "përmirësim", "përmirësimi"),
        "strategy": ("strategji", "strategjia"),
        "tariff": ("tarifë", "tarifa"),
        "code": ("kodeks", "kodeksi", "kod"),
        "opinion": ("mendim", "mendimi"),
        "report": ("raport", "raporti"),
    },
}
DRAFT = {"mk": ("предлог", "нацрт"), "sq": ("propozim", "propozimvendim", "draft")}
BASIS = {"mk": ("Врз основа", "Врз основ", "Согласно"), "sq": ("Në bazë", "Në mbështetje", "Duke u bazuar")}
ORGANS = {
    "mk": r"(?:[Сс]оветот|[Гг]радоначални(?:кот|чката)|[Пп]ретседател(?:от|ката)|[Кк]омисијата)",
    "sq": r"(?:[Kk]ëshilli|[Kk]ryetar(?:i|ja)|[Kk]omisioni)",
}
OFFICES = {
    "mk": (
        "претседател",
        "градоначални",
        "секретар",
        "совет на",
        "комисија",
        "претседавач",
        "за претседател",
    ),
    "sq": ("kryetar", "sekretar", "këshilli", "komisioni", "për kryetarin"),
}
MARKS = {"mk": ("с.р.", "м.п."), "sq": ("d.v.", "v.v.")}
ARTICLE = {"mk": "Член", "sq": "Neni"}
ANNEX = {"mk": "Прилог", "sq": "Shtojca"}
TARIFF = {"mk": "Тарифен број", "sq": "Numri tarifor"}
NUMBER = {"mk": "Број", "sq": "Numër"}
# A line that opens with „Член 5“ and goes on like this cites an article; it does not begin one.
CITING = {
    "mk": ("став", "од ", "и ", ",", "точка", "алинеја", "се ", "до ", "односно", "останува"),
    "sq": ("paragraf", "i ", "të ", "e ", ",", "dhe ", "pika", "alineja", "deri", "ndryshohet", "shlyhet"),
}
MONTHS = {
    "mk": [
        "јануари",
        "февруари",
        "март",
        "април",
        "мај",
        "јуни",
        "јули",
        "август",
        "септември",
        "октомври",
        "ноември",
        "декември",
    ],
    "sq": [
        "janar",
        "shkurt",
        "mars",
        "prill",
        "maj",
        "qershor",
        "korrik",
        "gusht",
        "shtator",
        "tetor",
        "nëntor",
        "dhjetor",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
ORDINAL_DAYS = {
    "mk": {"првиот": 1, "вториот": 2, "третиот": 3, "петтиот": 5, "седмиот": 7, "осмиот": 8,
           "петнаесеттиот": 15, "триесеттиот": 30},
    "sq": {"parë": 1, "dytë": 2, "tretë": 3, "pestë": 5, "shtatë": 7, "tetë": 8, "pesëmbëdhjetë": 15,
           "tridhjetë": 30},
}  # fmt: skip
# Numbers as both languages spell them out: plain, then ordinal forms. „Еден“ and „një“ are articles too.
SPELLED = {
    2: "два две двата двете вториот втората второто втор втора dy dytë",
    3: "три трите третиот третата третото трет трета tre tri tretë",
    4: "четири четирите четвртиот четвртата четврт четврта katër katërt",
    5: "пет петте петтиот петтата петти петта pesë pestë",
    6: "шест шестте шестиот шестата шести шеста gjashtë gjashtë",
    7: "седум седумте седмиот седмата седми седма shtatë",
    8: "осум осумте осмиот осмата осми осма tetë",
    9: "девет деветте деветтиот деветтата деветти nëntë",
    10: "десет десетте десеттиот десеттата десетти dhjetë",
    12: "дванаесет дванаесеттиот dymbëdhjetë",
    15: "петнаесет петнаесеттиот pesëmbëdhjetë",
    20: "дваесет дваесеттиот njëzet njëzetë",
    30: "триесет триесеттиот tridhjetë",
    60: "шеесет шеесеттиот gjashtëdhjetë",
    90: "деведесет nëntëdhjetë",
    100: "сто стотиот njëqind",
}
