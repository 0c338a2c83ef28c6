"""Near letters: what is found and what is taken for near wrongly, counted on invented letters."""

from collections.abc import Callable
from random import Random

import pytest

from konak.intake.likeness import apart, bands, imprint, near
from konak.kernel.i18n import transliterate

MK = (
    "барам да ми се издаде одобрение за градење на станбен објект со катност на катастарска парцела во катастарска "
    "општина куманово согласно деталниот урбанистички план и доставувам имотен лист геодетски елаборат основен проект "
    "ревизија доказ за платена такса бидејќи соседот изгради ограда без дозвола на патот кон нивата водата од улицата "
    "влегува во дворот канализацијата не работи повеќе месеци осветлувањето е расипано кучињата ги напаѓаат децата на "
    "пат до училиштето комуналниот инспектор излезе на терен но не состави записник молам за одговор во законски рок "
    "приговор жалба решение заклучок надоместок закуп пазар тезга паркинг гробишта зеленило отпад депонија бучава кафич"
).split()
SQ = (
    "kërkoj të më lëshohet leje për ndërtim të objektit banesor në parcelën kadastrale në komunën e "
    "kumanovës sipas planit të hollësishëm urbanistik dhe dorëzoj fletën poseduese elaboratin gjeodezik "
    "projektin themelor sepse fqinji ka ngritur rrethojë pa leje në rrugën kah ara uji hyn në oborr "
    "kanalizimi nuk punon muaj me radhë ndriçimi është i prishur qentë i sulmojnë fëmijët inspektori "
    "komunal doli në terren por nuk përpiloi procesverbal lutem për përgjigje"
).split()
OFTEN = 200


def letter(dice: Random, lang: str = "mk", length: int = 0) -> list[str]:
    """The words of an invented letter, 60 to 240 of them."""
    return dice.choices(MK if lang == "mk" else SQ, k=length or dice.randint(60, 240))


def same(dice: Random, told: list[str]) -> str:
    return " ".join(told)


def set_otherwise(dice: Random, told: list[str]) -> str:
    return ",\n".join(word.capitalize() for word in told)


def in_latin(dice: Random, told: list[str]) -> str:
    return transliterate(" ".join(told))


def without_marks(dice: Random, told: list[str]) -> str:
    return " ".join(told).translate(str.maketrans("ëçéÇË", "ecece"))


def one_word(dice: Random, told: list[str]) -> str:
    at = dice.randrange(len(told))
    return " ".join([*told[:at], "поправено", *told[at + 1 :]])


def signed_below(dice: Random, told: list[str]) -> str:
    return " ".join([*told, *"со почит од подносителот".split()])


def begun_otherwise(dice: Random, told: list[str]) -> str:
    return " ".join([*"до општина куманово предмет повторно барање".split(), *told])


def misread(dice: Random, told: list[str]) -> str:
    """As a scanner reads: a letter wrong in one word of fifty."""
    return " ".join(word[:-1] + "щ" if dice.random() < 0.02 else word for word in told)


def same_form(dice: Random, told: list[str]) -> str:
    """A printed form that another person filled in: one word of ten is his."""
    return " ".join(dice.choice(SQ) if at % 10 == 9 else word for at, word in enumerate(told))


def half_new(dice: Random, told: list[str]) -> str:
    half = len(told) // 2
    return " ".join([*told[:half], *letter(dice, length=half)])


def another(dice: Random, told: list[str]) -> str:
    return " ".join(letter(dice))


def rate(change: Callable[[Random, list[str]], str], lang: str) -> int:
    """In how many of two hundred letters the changed one is found near the first."""
    dice, found = Random(f"{change.__name__} {lang}"), 0  # the same letters each time
    for _ in range(OFTEN):
        told = letter(dice, lang)
        one, other = imprint(" ".join(told)), imprint(change(dice, told))
        assert one is not None
        assert other is not None
        found += near(one, other)
    return found


@pytest.mark.parametrize(
    ("change", "lang", "found"),
    [
        (same, "mk", 200),
        (set_otherwise, "mk", 200),
        (in_latin, "mk", 200),
        (without_marks, "sq", 200),
        (one_word, "mk", 155),
        (one_word, "sq", 145),
        (signed_below, "mk", 177),
        (begun_otherwise, "mk", 171),
        (misread, "mk", 79),
        (same_form, "mk", 0),
        (half_new, "mk", 0),
        (another, "mk", 0),
    ],
)
def test_rates(change: Callable[[Random, list[str]], str], lang: str, found: int) -> None:
    """The figures are exact: the letters are drawn by a die that falls the same each time."""
    assert rate(change, lang) == found


def test_strangers_are_not_near_in_a_whole_year() -> None:
    """Four hundred letters that have nothing to do with each other: not one pair of 79,800 is a warning."""
    dice = Random("a year")
    prints = [imprint(" ".join(letter(dice, dice.choice(["mk", "sq"])))) for _ in range(400)]
    told = [value for value in prints if value is not None]
    assert sum(near(one, other) for at, one in enumerate(told) for other in told[:at]) == 0


def test_a_text_too_short_has_no_imprint() -> None:
    assert imprint("") is None
    assert imprint("Во прилог. " * 5) is None
    assert imprint("Во прилог. " * 6) is not None


def test_bands_are_the_imprint_in_four() -> None:
    value = 0xFFFF_0003_0002_0001
    assert bands(value) == (1, 2, 3, 0xFFFF)
    assert apart(value, value ^ 0b101) == 2
    assert near(value, value ^ 0x1_0001_0001)
    assert not near(value, value ^ 0x1_0001_0001_0001)
