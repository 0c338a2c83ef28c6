"""Amending acts as Akoma Ntoso: sentences as `mod`, operations in the analysis, the text back as it was."""

from typing import Any, NamedTuple

import pytest
from lxml import etree

from konak.lex import akn, find, read
from konak.lex.amend import operation
from konak.lex.amend.operation import Operation

BASE = "/akn/mk-kumanovo/act/decision/2026/09-4127-3"
TEXT = """О Д Л У К А
за изменување и дополнување на Одлуката за комунален ред

Член 1
Во членот 3 став 2 зборовите „еднаш неделно“ се заменуваат со зборовите „двапати неделно“. Членот 7 се брише.

Член 2
По членот 5 се додава нов член 5-а, кој гласи:
„Член 5-а
(1) Зборот „надзорник“ значи „инспектор“.
(2) Надзор се врши:
1) дење и
2) ноќе.“

Член 3
(1) Членот 8 се менува и гласи: „Член 8
Ред без број.“;

Член 4
Оваа одлука влегува во сила осмиот ден од денот на објавувањето.
"""


class Told(NamedTuple):
    text: str
    operations: tuple[Operation, ...]
    article: str


def _told(text: str, article: str, *data: dict[str, Any]) -> Told:
    return Told(text, tuple(operation(one) for one in data), article)


NEW = "(1) Зборот „надзорник“ значи „инспектор“.\n(2) Надзор се врши:\n1) дење и\n2) ноќе."
AMENDMENTS = (
    _told(
        "Во членот 3 став 2 зборовите „еднаш неделно“ се заменуваат со зборовите „двапати неделно“.",
        "art:1",
        {"op": "replace_words", "target": "art:3/para:2", "old": "еднаш неделно", "new": "двапати неделно"},
    ),
    _told("Членот 7 се брише.", "art:1", {"op": "repeal", "target": "art:7"}),
    _told(
        f"По членот 5 се додава нов член 5-а, кој гласи:\n„Член 5-а\n{NEW}“",
        "art:2",
        {"op": "insert", "target": "after art:5", "unit": "art:5-а", "content": NEW},
    ),
    _told(
        "Членот 8 се менува и гласи: „Член 8\nРед без број.“",
        "art:3",
        {"op": "replace", "target": "art:8", "content": "Ред без број."},
    ),
    _told(
        "Оваа одлука влегува во сила осмиот ден од денот на објавувањето.",
        "art:4",
        {"op": "in_force", "target": "act", "days_after_publication": 8},
    ),
    _told("Зборови што ги нема.", "art:4", {"op": "renumber", "target": "art:9/para:2", "to": "3"}),
)


def _written() -> tuple[bytes, etree._Element]:
    xml = akn.write_amending(read(TEXT, "mk"), None, AMENDMENTS, BASE)
    return xml, etree.fromstring(xml)


def test_it_is_valid_and_reads_back() -> None:
    xml, _ = _written()
    assert akn.validate(xml) == []
    assert akn.read(xml) == read(TEXT, "mk")
    told = [("mod_1", 0), ("mod_2", 1), ("mod_3", 2), ("mod_4", 3), ("mod_5", 4), ("art_4", 5)]
    assert akn.read_operations(xml) == tuple((name, AMENDMENTS[i].operations[0]) for name, i in told)


def test_modifications_say_what_they_do_and_to_what() -> None:
    _, root = _written()
    found = [
        (etree.QName(one).localname, one.get("type"), one[1].get("href"), one[1].get("pos"))
        for one in root.iterfind(".//{*}activeModifications/*")
    ]
    assert found == [
        ("textualMod", "substitution", f"{BASE}#art_3__para_2", None),
        ("textualMod", "repeal", f"{BASE}#art_7", None),
        ("textualMod", "insertion", f"{BASE}#art_5", "after"),
        ("textualMod", "replacement", f"{BASE}#art_8", None),
        ("forceMod", "entryIntoForce", BASE, None),
        ("textualMod", "renumbering", f"{BASE}#art_9__para_2", None),
    ]


def test_what_is_quoted_is_marked() -> None:
    _, root = _written()
    words = [one.text for one in root.iterfind(".//{*}quotedText")]
    assert words == ["еднаш неделно", "двапати неделно"]
    inner = [one.get("eId") for one in root.iterfind(".//{*}quotedStructure//{*}article")]
    assert inner == ["mod_3__qstr_1__art_5-a", "mod_4__qstr_1__art_8"]
    marks = [(one.get("startQuote"), one.get("endQuote")) for one in root.iterfind(".//{*}quotedStructure")]
    assert marks == [("„", "“"), ("„", "“")]


@pytest.mark.parametrize("joint", ["\n", " "])
def test_lines_without_structure_are_kept_as_lines(joint: str) -> None:
    text = f"ОДЛУКА\nза измена\nЧлен 1\nСтавот 2 се менува и гласи:{joint}„Прв ред\nВтор ред.“"
    said = f"Ставот 2 се менува и гласи:{joint}„Прв ред\nВтор ред.“"
    one = _told(said, "art:1", {"op": "replace", "target": "art:2/para:2", "content": "Прв ред\nВтор ред."})
    act = read(text, "mk")
    assert find(act, "art:1/para:2") is not None
    xml = akn.write_amending(act, None, [one])
    assert akn.validate(xml) == []
    assert akn.read(xml) == act
