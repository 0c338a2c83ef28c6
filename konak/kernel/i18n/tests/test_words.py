"""Letters, dates and order, held against what people write."""

from datetime import date

import pytest

from konak.kernel.i18n import (
    day_digits,
    day_words,
    fold,
    number,
    ordinal,
    ordinal_word,
    parse_day,
    pick,
    readings,
    slug,
    sort_key,
    spelled,
    tidy,
    transliterate,
)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ѓорче", "Gjorče", "gjorce", "Gjorche", "Đorče"),
        ("Ќосевска", "Kjosevska", "Qosevska", "ЌОСЕВСКА"),
        ("Џамбазовска", "Xhambazovska", "Dzhambazovska", "Džambazovska"),
        ("Љупчо", "Ljupcho", "Llupço", "Lupčo"),
        ("Њаговска", "Njagovska", "njagovska"),
        ("Шупљи Камен", "Shuplji Kamen", "Šuplji Kamen"),
        ("Вак’в", "Вакв", "Vak'v"),
        ("Çerkezi", "Черкези", "Cerkezi"),
        ("Жегра", "Zhegra", "Žegra"),
        ("цел", "tsel", "cel"),
        ("Петров", "Пeтpoв", "П\u200bет\u00adров", "\u202eПетров", "Петров\x00"),  # Latin twins, unseen signs
        ("Скопје", "Cкoпje", "CКОПЈE", "Skopje"),
        ("Shqipe", "Shqipе", "Shqi\u200dpe"),  # a Cyrillic е at the end
        ("COVIDот", "COVID\u200bот"),
    ],
)
def test_all_spellings_of_a_name_fold_to_one(spellings: tuple[str, ...]) -> None:
    assert len({fold(s) for s in spellings}) == 1, [fold(s) for s in spellings]


@pytest.mark.parametrize("name", ["Џумајлија", "Ѕвечан", "Ѓорче", "Ќиро Џамбазовски", "Надзор"])
def test_a_name_is_found_by_its_spelling_in_the_passport(name: str) -> None:
    for word in name.split():
        assert fold(word) in readings(transliterate(word))


def test_what_nobody_sees_goes_and_every_letter_stays() -> None:
    every = 'ЃѓЌќЅѕЏџЉљЊњЈј ÇçËë „“ ’ " & < > –\n\t😀'
    assert tidy(every) == every
    assert tidy("a\x00b\u202ec\ufffed\u200b\ufeff\ue000\x1b") == "abcd"
    assert tidy("к\u0301е\u2028") == "ќе\n"


def test_addresses_and_passports() -> None:
    assert slug("Ѓорче Петров") == "gjorche-petrov"
    assert slug("Çdo kërkesë") == "cdo-kerkese"
    assert slug("Одлука бр. 08-155/1 („нова“)") == "odluka-br-08-155-1-nova"
    assert transliterate("Ѓорче Петров, Љубица Ќосевска") == "Gjorche Petrov, Ljubica Kjosevska"
    assert (
        transliterate("ЃОРЧЕ ЏАМБАЗОВСКИ, ХАЏИ, ВРАЖ. Ж. Њ") == "GJORCHE DJAMBAZOVSKI, HADJI, VRAZH. Zh. Nj"
    )
    assert transliterate("Шар и Ѕвезда, цех") == "Shar i Dzvezda, ceh"
    assert spelled("Биљана Шуќарова", "mk") == "Биљана Шуќарова"
    assert spelled("Биљана Шуќарова", "sq") == "Biljana Shukjarova"
    assert spelled("Xhevahire Çerkezi", "mk") == "Xhevahire Çerkezi"


def test_days() -> None:
    day = date(2026, 10, 13)
    assert day_words(day, "mk") == "вторник, 13 октомври 2026"
    assert day_words(day, "sq") == "e martë, 13 tetor 2026"
    assert day_words(day, "en", weekday=False) == "13 October 2026"
    assert day_digits(day) == "13.10.2026"
    assert parse_day("13.10.2026") == parse_day(" 13. 10. 2026 ") == parse_day("13/10/2026 година") == day
    assert parse_day("31.02.2026") is parse_day("утре") is None


def test_ordinals_before_a_session() -> None:
    assert [ordinal(n, "mk") for n in (1, 2, 3, 7, 8, 11, 12, 17, 20, 21, 42, 57, 100, 111)] == [
        "1-ва", "2-ра", "3-та", "7-ма", "8-ма", "11-та", "12-та", "17-та", "20-та", "21-ва", "42-ра", "57-ма",
        "100-та", "111-та",
    ]  # fmt: skip
    assert [ordinal(n, "sq") for n in (1, 12)] == ["e 1-rë", "e 12-të"]
    assert [ordinal(n, "en") for n in (1, 2, 3, 11, 23)] == ["1st", "2nd", "3rd", "11th", "23rd"]


def test_ordinals_in_words() -> None:
    assert [ordinal_word(n) for n in (1, 9, 10, 12, 19, 20, 21, 40, 57, 60, 78, 99, 100, 101)] == [
        "прва", "деветта", "десетта", "дванаесетта", "деветнаесетта", "дваесетта", "дваесет и прва", "четириесетта",
        "педесет и седма", "шеесетта", "седумдесет и осма", "деведесет и деветта", "стота", "101-ва",
    ]  # fmt: skip


def test_dictionary_order() -> None:
    letters = "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш".split()
    assert sorted(sorted(letters), key=lambda t: sort_key(t, "mk")) == letters
    mk = ["шема", "џеб", "ѓавол", "година", "дом", "ѕвезда", "зима"]
    assert sorted(mk, key=lambda t: sort_key(t, "mk")) == [
        "година", "дом", "ѓавол", "зима", "ѕвезда", "џеб", "шема",
    ]  # fmt: skip
    sq = ["dhoma", "dukë", "ëndërr", "era", "çaj", "cak", "zhurmë", "zë", "gjak", "gur"]
    assert sorted(sq, key=lambda t: sort_key(t, "sq")) == [
        "cak", "çaj", "dukë", "dhoma", "era", "ëndërr", "gur", "gjak", "zë", "zhurmë",
    ]  # fmt: skip


def test_numbers_and_picking() -> None:
    assert (number(1234567.5, "mk"), number(1500, "sq"), number(0.25, "en")) == (
        "1.234.567,50",
        "1.500",
        "0.25",
    )
    assert pick({"mk": "совет", "sq": "këshilli"}, "sq") == ("këshilli", "sq")
    assert pick({"mk": "совет"}, "sq") == ("совет", "mk")
    assert pick({"sr": "савет"}, "sq") == ("савет", "sr")
