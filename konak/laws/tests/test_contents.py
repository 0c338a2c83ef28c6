"""The pasted contents of a gazette, and places as a gazette says them."""

import pytest

from konak.laws import law
from konak.laws.law.contents import LONGEST, MOST, excess, lines


@pytest.mark.parametrize(
    ("text", "does", "kind", "name"),
    [
        ("12. Закон за изменување и дополнување на Законот за локалната самоуправа ....... 3", "amends", "law",
         "Законот за локалната самоуправа"),
        ("Закон за дополнување на Законот за градење", "amends", "law", "Законот за градење"),
        ("Правилник за престанување на важење на Правилникот за обрасците", "repeals", "bylaw",
         "Правилникот за обрасците"),
        ("2345. Закон за игрите на среќа", "new", "law", "Закон за игрите на среќа"),
        ("Решение за именување судија", "new", "other", ""),
        ("1. Ligj për ndryshimin dhe plotësimin e Ligjit për vetëqeverisje lokale", "amends", "law",
         "Ligjit për vetëqeverisje lokale"),
        ("Rregullore për lojërat", "new", "bylaw", "Rregullore për lojërat"),
    ],
)  # fmt: skip
def test_what_a_line_does(text: str, does: str, kind: str, name: str) -> None:
    (line,) = lines(text)
    assert (line.text, line.does, line.kind, line.name) == (text, does, kind, name)


def test_no_line_that_says_something_is_left_out() -> None:
    assert [one.text for one in lines("Закон за А\n\n...\n 12 \n???нешто\n")] == ["Закон за А", "???нешто"]


def test_contents_are_read_whole_or_not_at_all() -> None:
    longest = "Закон за " + "а" * (LONGEST - 9)
    whole = "\n".join([longest, "", *["Закон за А"] * (MOST - 1)])
    assert (len(lines(whole)), lines(whole)[0].text, excess(whole)) == (MOST, longest, ([], 0))
    assert (lines(whole + "\nЗакон за Б"), excess(whole + "\nЗакон за Б")) == ([], ([], MOST + 2))
    long = "Закон за Б\n\n" + longest + "а"
    assert (lines(long), excess(long)) == ([], ([(3, LONGEST + 1)], 0))


@pytest.mark.parametrize(
    ("said", "places", "rest"),
    [
        ("", [], ""),
        ("член 36 став 1 и член 40", ["art:36/para:1", "art:40"], ""),
        ("членовите 3 и 5", ["art:3", "art:5"], ""),
        ("neni 12 paragrafi 2", ["art:12/para:2"], ""),
        ("член 36 нешто", ["art:36"], "нешто"),
        ("сè", [], "сè"),
    ],
)
def test_places_as_a_gazette_says_them(said: str, places: list[str], rest: str) -> None:
    assert law.places(said) == (places, rest)
