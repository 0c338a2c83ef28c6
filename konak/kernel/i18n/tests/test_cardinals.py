"""Numbers in words, checked by hand."""

import pytest

from konak.kernel.i18n import cardinal

WORDS = [
    (0, "нула", "zero"),
    (1, "еден", "një"),
    (11, "единаесет", "njëmbëdhjetë"),
    (19, "деветнаесет", "nëntëmbëdhjetë"),
    (20, "дваесет", "njëzet"),
    (42, "четириесет и два", "dyzet e dy"),
    (100, "сто", "njëqind"),
    (105, "сто и пет", "njëqind e pesë"),
    (342, "триста четириесет и два", "treqind e dyzet e dy"),
    (1000, "илјада", "një mijë"),
    (1234, "илјада двесте триесет и четири", "një mijë e dyqind e tridhjetë e katër"),
    (2001, "две илјади и еден", "dy mijë e një"),
    (5_600, "пет илјади и шестотини", "pesë mijë e gjashtëqind"),
    (21_300, "дваесет и една илјада и триста", "njëzet e një mijë e treqind"),
    (12_000, "дванаесет илјади", "dymbëdhjetë mijë"),
]


@pytest.mark.parametrize(("n", "mk", "sq"), WORDS)
def test_numbers_in_words(n: int, mk: str, sq: str) -> None:
    assert (cardinal(n, "mk"), cardinal(n, "sq")) == (mk, sq)


def test_what_has_no_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(-1, "mk")
