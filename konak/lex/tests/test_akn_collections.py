"""Gazette issues and minutes as Akoma Ntoso: strictly valid, and back as they were."""

from datetime import date

import pytest
from lxml import etree

from konak.lex import Unreadable, akn, read
from konak.lex.tests.samples import act

DAY = date(2026, 9, 30)
NAME = "Службен гласник на Општина Куманово"
META = akn.Meta(
    "kumanovo", "09-4127/4", date(2026, 9, 24), publication=akn.Publication(NAME, "12", DAY),
    in_force=date(2026, 10, 8),
)  # fmt: skip
ISSUE = akn.Issue(
    "kumanovo", NAME, "12", DAY,
    (
        (act("urbana-oprema", "mk"), META),
        (act("urbana-oprema", "sq"), META),
        (act("objavuvanje", "mk"), akn.Meta.of(act("objavuvanje", "mk"), "kumanovo")),
    ),
)  # fmt: skip


def test_an_issue_holds_its_acts_in_both_languages() -> None:
    xml = akn.write_issue(ISSUE)
    assert akn.validate(xml) == []
    assert akn.read_issue(xml) == ISSUE
    root = etree.fromstring(xml)
    values = [one.get("value") for one in root.iterfind(".//{*}FRBRExpression/{*}FRBRuri")]
    assert values == [
        "/akn/mk-kumanovo/officialGazette/2026/12/mul@2026-09-30",
        "/akn/mk-kumanovo/act/decision/2026/09-4127-4/mkd@2026-09-24",
        "/akn/mk-kumanovo/act/decision/2026/09-4127-4/mkd@2026-09-24",
        "/akn/mk-kumanovo/act/decision/2026/09-4127-4/sqi@2026-09-24",
        "/akn/mk-kumanovo/act/decision/2026/09-4127-4/sqi@2026-09-24",
        "/akn/mk-kumanovo/act/conclusion/2026/08-4131-1/mkd@2026-09-29",
    ]


def test_text_that_looks_like_markup_is_left_alone() -> None:
    odd = read('ОДЛУКА\nза проба\nЧлен 1\nРечено е eId="art_1" и href="#art_1" & <p>.', "mk")
    issue = akn.Issue("kumanovo", 'Гласник eId="x" и "#y"', "13", DAY, ((odd, META),))
    xml = akn.write_issue(issue)
    assert akn.validate(xml) == []
    assert akn.read_issue(xml) == issue


def test_what_is_no_issue_is_refused() -> None:
    with pytest.raises(Unreadable):
        akn.read_issue(akn.write(act("objavuvanje", "mk")))
    with pytest.raises(Unreadable):
        akn.read(akn.write_issue(ISSUE))


def test_minutes() -> None:
    text = (
        "З А П И С Н И К\nод 43-та седница на Советот\n\nПрисутни: 23 советници.\n1. Усвојување на записникот;\n"
        "2. Одлука за комунален ред.\n- за: 20;\n- против: 3.\n"
    )
    one = read(text, "mk")
    meta = akn.Meta("kumanovo", "43", DAY, name="43")
    xml = akn.write_minutes(one, meta)
    assert akn.validate(xml) == []
    assert akn.read(xml) == one
    assert akn.read_meta(xml) == meta
    assert akn.uri(one, meta, "doc").uri() == "/akn/mk-kumanovo/doc/minutes/2026/43"
