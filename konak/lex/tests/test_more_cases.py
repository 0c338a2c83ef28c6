"""Further whole acts of other kinds: their trees, written down by hand, path by path."""

from pathlib import Path

import pytest

from konak.lex import Act, akn, closing, find, parity, read, walk, write

MORE = Path(__file__).parent.parent / "cases" / "more"
TARIFF = (
    "chp:I chp:I/tariff:1 chp:I/tariff:1/para:1 chp:I/tariff:1/para:1/point:1 chp:I/tariff:1/para:1/point:2 "
    "chp:I/tariff:2 chp:I/tariff:2/para:1 chp:I/tariff:2/para:2 chp:I/tariff:2/para:2/point:а "
    "chp:I/tariff:2/para:2/point:б chp:II chp:II/tariff:2-а chp:II/tariff:2-а/para:1 chp:II/tariff:2-а/para:2"
)
AMENDING = (
    "art:1 art:1/para:1 art:2 art:2/para:1 art:2/para:2 art:2/para:3 art:2/para:4 art:2/para:5 art:2/para:6 "
    "art:3 art:3/para:1 art:4 art:4/para:1"
)
TREES = {
    "tarifa.mk": ("tariff", TARIFF),
    "tarifa.sq": ("tariff", TARIFF),
    "izmena-komunalen-red.mk": ("decision", AMENDING),
    "izmena-komunalen-red.sq": ("decision", AMENDING),
    "budzhet.mk": (
        "decision",
        "chp:I chp:I/art:1 chp:I/art:1/para:1 chp:I/art:1/table:1 chp:I/art:2 chp:I/art:2/para:1 "
        "chp:I/art:2/para:1/indent:1 chp:I/art:2/para:1/indent:2 chp:II chp:II/art:3 chp:II/art:3/para:1 "
        "chp:III chp:III/art:4 chp:III/art:4/para:1 annex:1 annex:1/table:1",
    ),
    "soglasnost.mk": (
        "ruling",
        "item:1 item:1/para:1 item:2 item:2/para:1 item:2/para:1/indent:1 item:2/para:1/indent:2 item:3 "
        "item:3/para:1",
    ),
    "emerim.sq": (
        "ruling",
        "item:I item:I/para:1 item:I/para:1/point:1 item:I/para:1/point:2 item:II item:II/para:1 item:III "
        "item:III/para:1",
    ),
    "ispravka.mk": ("correction", "para:1"),
    "zakluchok.mk": (
        "conclusion",
        "item:1 item:1/para:1 item:2 item:2/para:1 item:2/para:1/point:1 item:2/para:1/point:2 item:3 "
        "item:3/para:1",
    ),
}


def _act(name: str) -> Act:
    return read((MORE / f"{name}.txt").read_text(encoding="utf-8"), name[-2:])


def test_every_case_has_its_tree() -> None:
    assert sorted(path.name.removesuffix(".txt") for path in MORE.glob("*.txt")) == sorted(TREES)


@pytest.mark.parametrize("name", TREES)
def test_the_tree(name: str) -> None:
    act, (kind, paths) = _act(name), TREES[name]
    assert (act.kind, [path for path, _, _ in walk(act)]) == (kind, paths.split())
    assert act.unread == ()
    assert closing.facts(act.closing, act.lang).number.startswith("09-4127/1")


@pytest.mark.parametrize("name", TREES)
def test_it_is_kept_whole(name: str) -> None:
    act = _act(name)
    assert write(act).split() == (MORE / f"{name}.txt").read_text(encoding="utf-8").split()
    assert read(write(act), act.lang) == act
    xml = akn.write(act)
    assert akn.validate(xml) == []
    assert akn.read(xml) == act


@pytest.mark.parametrize("slug", ["tarifa", "izmena-komunalen-red"])
def test_languages_agree(slug: str) -> None:
    assert parity(_act(f"{slug}.mk"), _act(f"{slug}.sq")) == []


def test_words_at_their_places() -> None:
    annex = find(_act("budzhet.mk"), "annex:1")
    table = find(_act("budzhet.mk"), "art:1/table:1")
    note = find(_act("tarifa.mk"), "tariff:2-а/para:2")
    assert annex is not None
    assert table is not None
    assert note is not None
    assert annex.heading == "Распоред по програми"
    assert table.rows[2] == ("Вкупни расходи", "912.500.000")
    assert note.text == "Забелешка: таксата ја плаќа сопственикот."
