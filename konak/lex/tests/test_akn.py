"""Akoma Ntoso: addresses, life, the guarded parser, and how quick it is."""

import dataclasses
from datetime import date

import pytest
from lxml import etree

from konak.lex import Act, Unit, Unreadable, akn, find, read, walk
from konak.lex.amend import apply, operation
from konak.lex.tests.samples import act
from konak.lex.tree import Source

BOTH = pytest.mark.parametrize("lang", ["mk", "sq"])

META = akn.Meta(
    locality="kumanovo",
    number="09-4127/3",
    adopted=date(2026, 9, 24),
    publication=akn.Publication("Службен гласник на Општина Куманово", "12", date(2026, 9, 30)),
    in_force=date(2026, 10, 8),
)


def test_addresses() -> None:
    address = akn.uri(act("komunalen-red", "mk"), META)
    assert address.uri() == "/akn/mk-kumanovo/act/decision/2026/09-4127-3"
    assert address.expression_uri() == "/akn/mk-kumanovo/act/decision/2026/09-4127-3/mkd@2026-09-24"
    assert "/sqi@2026-09-24" in akn.uri(act("komunalen-red", "sq"), META).expression_uri()


@pytest.mark.parametrize(
    "meta", [META, akn.Meta(name="predlog-12"), dataclasses.replace(META, repealed=date(2030, 1, 1))]
)
def test_what_is_known_beside_the_text_comes_back(meta: akn.Meta) -> None:
    xml = akn.write(act("komunalen-red", "mk"), meta)
    assert akn.validate(xml) == []
    assert akn.read_meta(xml) == meta
    assert akn.read(xml) == act("komunalen-red", "mk")


def test_what_the_text_says_is_used_without_meta() -> None:
    meta = akn.read_meta(akn.write(act("objavuvanje", "mk")))
    assert (meta.number, meta.adopted, meta.author) == ("08-4131/1", date(2026, 9, 29), "mayor")


def test_the_same_tree_gives_the_same_bytes() -> None:
    one = act("urbana-oprema", "mk")
    assert akn.write(one, META) == akn.write(akn.read(akn.write(one, META)), META)


def test_a_tree_of_ones_own_is_kept_whole() -> None:
    odd = Unit(
        "article", "5-ш", text="Вовед", children=(Unit("paragraph", "1", text="А & <Б>"),), label="Чудно"
    )
    one = Act("mk", title="за <нешто>", body=(odd, odd))
    xml = akn.write(one)
    assert akn.validate(xml) == []
    assert akn.read(xml) == one


def test_unread_units_say_why() -> None:
    one = read("ОДЛУКА\nЧлен\nЧлен 1\nА.", "mk")
    root = etree.fromstring(akn.write(one))
    unread = root.find(".//{*}hcontainer[@name='unread']")
    assert unread is not None
    assert (unread.get("{urn:konak:lex:1}reason"), unread.get("{urn:konak:lex:1}line")) == ("label", "2")
    assert akn.read(akn.write(one)).unread[0].line == 2


def test_problems_are_named() -> None:
    xml = akn.write(act("objavuvanje", "mk")).replace(b"<body>", b"<body><nothing/>")
    problems = akn.validate(xml)
    assert len(problems) == 1
    assert "nothing" in problems[0]
    twice = akn.write(act("komunalen-red", "mk")).replace(b'eId="art_2"', b'eId="art_1"')
    assert "eId-act" in "".join(akn.validate(twice))
    guids = akn.write(act("komunalen-red", "mk")).replace(b"<p>", b'<p GUID="a">')
    assert "GUID-act" in "".join(akn.validate(guids))


def test_a_number_that_stands_often_has_an_address_each_time() -> None:
    often = 20_000
    one = read("ОДЛУКА\n" + "ГЛАВА I\nОПШТИ\nЧлен 1\nТекст.\n" * often, "mk")
    found = [eid for _, eid, unit in walk(one) if unit.kind == "article"]
    assert found == ["art_1", *(f"art_1x{times}" for times in range(2, often + 1))]


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"not xml",
        b"<a/>",
        b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        b" " * 5000 + b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
    ],
)
def test_what_is_no_act_of_ours_is_refused(xml: bytes) -> None:
    with pytest.raises(Unreadable):
        akn.read(xml)
    assert akn.validate(xml)


@BOTH
def test_a_consolidated_act_says_where_its_words_come_from(lang: str) -> None:
    base, words = act("komunalen-red", lang), {"mk": "Нов текст.", "sq": "Tekst i ri."}
    source = Source(act="Одлука 08-1/2", article="art:1", gazette="7/2026", day=date(2026, 9, 30))
    new = apply(base, [operation({"op": "replace", "target": "art:3", "content": words[lang]})], source).act
    xml = akn.write(new)
    assert akn.validate(xml) == []
    assert b'contains="singleVersion"' in xml
    assert xml.count(b"<passiveModifications>") == 1
    again = akn.read(xml)
    assert again == new
    changed = find(again, "art:3")
    assert changed is not None
    assert [unit.sources for _, _, unit in walk(again)] == [unit.sources for _, _, unit in walk(new)]
    assert source in changed.sources + changed.children[0].sources
