"""Labels as people type them, quotations over lines, tariffs, and more than one act in a text."""

import pytest

from konak.lex import akn, clean, find, read, walk, write

HEAD = {"mk": "О Д Л У К А\nза проба\n", "sq": "V E N D I M\npër provë\n"}


def paths(text: str, lang: str) -> list[str]:
    """Full paths of everything but paragraphs; the text is kept whole on the way."""
    act = read(HEAD[lang] + text, lang)
    assert "".join(write(act).split()) == "".join(clean.normal(HEAD[lang] + text).split())
    assert read(write(act), lang) == act
    xml = akn.write(act)
    assert akn.validate(xml) == []
    assert akn.read(xml) == act
    return [path for path, _, unit in walk(act) if unit.kind != "paragraph"]


@pytest.mark.parametrize(
    ("label", "lang", "path"),
    [
        ("Ч л е н 5", "mk", "art:5"),
        ("Ч Л Е Н  5-а", "mk", "art:5-а"),
        ("Член5", "mk", "art:5"),
        ("Член 5 - а", "mk", "art:5-а"),
        ("Член 5–a", "mk", "art:5-а"),
        ("Член 5−а", "mk", "art:5-а"),
        ("ЧЛЕН 5.", "mk", "art:5"),
        ("Члeн 5", "mk", "art:5"),  # a Latin e
        ("Neni5", "sq", "art:5"),
        ("N e n i 5", "sq", "art:5"),
        ("Neni 5 – dh", "sq", "art:5-ѓ"),
        ("Глава II-а", "mk", "chp:II-а"),
        ("Г л а в а IІ", "mk", "chp:II"),  # the second numeral is a Cyrillic letter
        ("ДЕЛ III-б", "mk", "part:III-б"),
        ("Оддел 2", "mk", "sec:2"),
        ("II-a. НАДЗОР", "mk", "chp:II-а"),
        ("II – а. НАДЗОР", "mk", "chp:II-а"),
        ("KAPITULLI II-a", "sq", "chp:II-а"),
        ("Тарифен број 3", "mk", "tariff:3"),
        ("ТАРИФЕН БРОЈ 3-а", "mk", "tariff:3-а"),
        ("Тар. бр. 3", "mk", "tariff:3"),
        ("Numri tarifor 3", "sq", "tariff:3"),
    ],
)
def test_labels_as_they_are_typed(label: str, lang: str, path: str) -> None:
    article = {"mk": "Член 90\nТекст.", "sq": "Neni 90\nTekst."}[lang]
    assert paths(f"{label}\n{article}", lang)[0] == path


def test_tariff_numbers_hold_paragraphs_and_points() -> None:
    text = (
        "Т А Р И Ф А\nза такси\nТарифен број 1\nЗа барања:\n1) усно 50 денари;\n2) писмено 100 денари.\n"
        "Тарифен број 2\nЗа уверение 30 денари."
    )
    act = read(text, "mk")
    point = find(act, "tariff:1/point:2")
    assert point is not None
    assert point.text == "писмено 100 денари."
    assert [unit.num for unit in act.body] == ["1", "2"]


@pytest.mark.parametrize(
    "quote",
    [
        "„Член 5-а\nПрв став.\nЧлен 5-б\nТекст.“",
        "“Член 5-а\nПрв став.\nЧлен 5-б\nТекст.”",
        "’’Член 5-а\nПрв став.\nЧлен 5-б\nТекст.’’",
        ",,Член 5-а\nПрв став.\nЧлен 5-б\nТекст.''",
        '"Член 5-а\nПрв став.\nЧлен 5-б\nТекст."',
        "„Член 5-а\n(1) Зборот „надзорник“ значи „инспектор“\nЧлен 5-б\nКрај „на ред“.“",
        "„Член 5-а\n(1) „Надзорник“\n(2) „Инспектор“.“;",
    ],
)
@pytest.mark.parametrize("joint", ["\n", " "])
def test_what_is_quoted_is_no_structure(quote: str, joint: str) -> None:
    text = f"Член 1\nПо членот 5 се додава нов член 5-а, кој гласи:{joint}{quote}\nЧлен 2\nКрај."
    assert paths(text, "mk") == ["art:1", "art:2"]


def test_a_quotation_that_never_ends_swallows_nothing() -> None:
    assert paths("Член 1\nРечено е: „Член 7\nТекст.\nЧлен 2\nКрај.", "mk") == ["art:1", "art:2"]


CLOSING = "\n\nБрој 09-1/1\nПРЕТСЕДАТЕЛ\nАна Илиева с.р.\n\n"


@pytest.mark.parametrize(
    ("further", "reason"),
    [
        ("Në bazë të nenit 36, Këshilli solli\nV E N D I M\npër provë\nNeni 1\nA.", "other_language"),
        ("V E N D I M\npër provë\nNeni 1\nA.", "other_language"),
        ("Врз основа на член 36, Советот донесе\nОДЛУКА\nза друго\nЧлен 1\nБ.", "another_act"),
    ],
)
def test_a_further_act_is_reported_and_not_mixed_in(further: str, reason: str) -> None:
    text = f"{HEAD['mk']}Член 1\nА.{CLOSING}{further}"
    act = read(text, "mk")
    assert [unit.text for unit in act.unread] == further.splitlines()
    assert {unit.reason for unit in act.unread} == {reason}
    assert act.unread[0].line == 10
    assert [unit.num for unit in act.body] == ["1"]
    assert "".join(write(act).split()) == "".join(text.split())
    assert read(write(act), "mk") == act
