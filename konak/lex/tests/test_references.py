"""References to laws, acts and places: found anywhere, structured, rendered back."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konak.lex import Reference, citations, read, references, render
from konak.lex.references import parse
from konak.lex.references.gazettes import Issue, Issues
from konak.lex.tests.samples import SLUGS, act
from konak.lex.tests.test_cli import call, case

HERE = "art:8/para:2/point:3"


def targets(text: str, lang: str = "mk", unit: str = HERE) -> list[tuple[str, ...]]:
    return [one.targets for one in parse(text, lang, unit)]


def issues(text: str, latest: int | None = None) -> Reference:
    (one,) = parse(text, "mk", "", latest)
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("член 36 став 1 точка 15", ["art:36/para:1/point:15"]),
        ("членот 36, ставот 1, точката 15", ["art:36/para:1/point:15"]),
        ("чл. 4 ст. 2", ["art:4/para:2"]),
        ("став 2 на членот 4", ["art:4/para:2"]),
        ("точка 1 од ставот 2 на членот 4", ["art:4/para:2/point:1"]),
        ("член 5-а став (2)", ["art:5-а/para:2"]),
        ("член 5-a", ["art:5-а"]),
        ("членовите 3, 5 и 7", ["art:3", "art:5", "art:7"]),
        ("членовите од 5 до 9", ["art:5", "art:6", "art:7", "art:8", "art:9"]),
        ("членовите 5–7", ["art:5", "art:6", "art:7"]),
        ("член 3 став 1 и 2", ["art:3/para:1", "art:3/para:2"]),
        ("член 22 став 1 точка 4 и член 36", ["art:22/para:1/point:4", "art:36"]),
        ("членовите 62 став 1, 84 став 2 и 90 став 3", ["art:62/para:1", "art:84/para:2", "art:90/para:3"]),
        ("член 4 став 2 точка 3) потточка б)", ["art:4/para:2/point:3/sub:б"]),
        ("член 4 точки а) и б)", ["art:4/point:а", "art:4/point:б"]),
        ("член 2 алинеја 3", ["art:2/indent:3"]),
        ("точката II", ["item:II"]),
        ("Прилогот 1", ["annex:1"]),
        ("Глава III", ["chp:III"]),
        ("член 36 став 1 и 15 дена потоа", ["art:36/para:1"]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    assert targets(text) == [tuple(expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("neni 36 paragrafi 1 pika 15", ["art:36/para:1/point:15"]),
        ("nenit 5-a paragrafi (2)", ["art:5-а/para:2"]),
        ("paragrafin 2 të nenit 4", ["art:4/para:2"]),
        ("pika 2 e paragrafit 1 të nenit 4", ["art:4/para:1/point:2"]),
        ("nenet prej 5 deri më 7", ["art:5", "art:6", "art:7"]),
        ("neneve 62 paragrafi 1, 84 paragrafi 2", ["art:62/para:1", "art:84/para:2"]),
        ("nenin 4 pika c) nënpika dh)", ["art:4/point:в/sub:ѓ"]),
        ("alinesë 2 të nenit 3 dhe nenit 4", ["art:3/indent:2", "art:4"]),
        ("Shtojcën 1", ["annex:1"]),
    ],
)
def test_albanian_places(text: str, expected: list[str]) -> None:
    assert targets(text, "sq")[0] == tuple(expected)


@pytest.mark.parametrize(
    ("text", "lang", "kind", "expected"),
    [
        ("овој член", "mk", "this", ("art:8",)),
        ("ставовите 2 и 3 на овој член", "mk", "this", ("art:8/para:2", "art:8/para:3")),
        ("претходниот став", "mk", "previous", ("art:8/para:1",)),
        ("наредниот член", "mk", "next", ("art:9",)),
        ("ставот 1", "mk", "own", ("art:8/para:1",)),
        ("точка 1", "mk", "own", ("art:8/para:2/point:1",)),
        ("paragrafi 1 i këtij neni", "sq", "this", ("art:8/para:1",)),
        ("paragrafit paraprak", "sq", "previous", ("art:8/para:1",)),
        ("pikës vijuese", "sq", "next", ("art:8/para:2/point:4",)),
        ("paragrafi 3", "sq", "own", ("art:8/para:3",)),
    ],
)
def test_places_from_where_one_stands(text: str, lang: str, kind: str, expected: tuple[str, ...]) -> None:
    (one,) = parse(text, lang, HERE)
    assert (one.kind, one.relative, one.targets, one.flags) == ("internal", kind, expected, ())


def test_what_cannot_be_resolved_is_flagged() -> None:
    assert [(one.targets, one.flags) for one in parse("овој член", "mk", "preamble")] == [
        ((), ("unresolved",))
    ]
    assert [(one.targets, one.flags) for one in parse("став 2", "mk", "")] == [(("para:2",), ("unresolved",))]
    assert parse("претходниот став", "mk", "art:1/para:1")[0].flags == ("unresolved",)
    backwards = parse("членовите од 9 до 5", "mk")[0]
    assert (backwards.targets, backwards.flags) == (("art:9", "art:5"), ("range:9–5",))


def test_points_of_an_act_of_items() -> None:
    assert targets("точка 2 од ова решение", unit="item:5/para:1") == [("item:2",)]
    assert targets("точка 2", unit="item:I/para:1") == [("item:I/para:1/point:2",)]


@pytest.mark.parametrize(
    "text",
    [
        "за член;",
        "се именува за член, 4 години",
        "точката на крајот",
        "ставот на Советот",
        "членови",
        "член 5/2002",
    ],
)
def test_words_that_name_no_place(text: str) -> None:
    assert parse(text, "mk", HERE) == ()


def test_a_place_belongs_to_the_law_it_stands_before() -> None:
    text = (
        "Согласно со член 5 и член 7 став 2 од Законот за градење („Службен весник на РМ“ бр. 130/09), член 6 од"
        " оваа одлука и член 9 од Законот, …"
    )
    first, second, third = parse(text, "mk", HERE)
    assert (first.kind, first.name, first.targets) == ("law", "Законот за градење", ("art:5", "art:7/para:2"))
    assert text[first.start : first.end] == first.text
    assert first.text.startswith("член 5")
    assert first.text.endswith("130/09)")
    assert (second.kind, second.targets) == ("internal", ("art:6",))
    assert (third.kind, third.name, third.flags) == ("law", "Законот", ("unnamed",))


@pytest.mark.parametrize(
    ("text", "kind", "name", "flags"),
    [
        ("Законот за градење, и", "law", "Законот за градење", ()),
        ("Законот за градење се применува", "law", "Законот за градење", ("name_end",)),
        ("Уставот на Република Северна Македонија.", "law", "Уставот на Република Северна Македонија", ()),
        ("Деловникот на Советот.", "act", "Деловникот на Советот", ()),
        ("Решението бр. 08-2210/7 од 12.12.2021 година", "act", "Решението бр. 08-2210/7 од 12.12.2021", ()),
        ("Ligjit për vetëqeverisje lokale.", "law", "Ligjit për vetëqeverisje lokale", ()),
        ("Vendimit për rend komunal dhe nenit 3", "act", "Vendimit për rend komunal", ("name_end",)),
    ],
)  # fmt: skip
def test_names(text: str, kind: str, name: str, flags: tuple[str, ...]) -> None:
    one = parse(text, "mk" if text[0] > "\x7f" else "sq")[0]
    assert (one.kind, one.name, one.flags) == (kind, name, flags)


@pytest.mark.parametrize(
    ("text", "lang", "kind", "name", "flags"),
    [
        ("член 17 од Статутот на општина Кратово, и", "mk", "act", "Статутот на општина Кратово", ()),
        ("членот 4 од Одлуката се менува", "mk", "act", "Одлуката", ("unnamed",)),
        ("член 29 став 3 од законот", "mk", "law", "законот", ("unnamed",)),
        ("neni 4 i Vendimit ndryshohet", "sq", "act", "Vendimit", ("unnamed",)),
    ],
)
def test_a_place_in_what_was_named_before(
    text: str, lang: str, kind: str, name: str, flags: tuple[str, ...]
) -> None:
    (one,) = parse(text, lang, HERE)
    assert (one.kind, one.name, one.flags) == (kind, name, flags)


def test_the_act_itself_is_no_reference_to_another() -> None:
    assert parse("Оваа Одлука за буџет влегува во сила.", "mk") == ()


def test_gazettes_and_years() -> None:
    one = issues(
        "Статутот („Службен гласник на Град Скопје“ бр. 8/05, бр. 24/96 и „Сл. гласник на РМ“ бр.13/2006)"
    )
    assert one.gazettes == (
        Issues("Службен гласник на Град Скопје", (Issue(8, 2005, ""), Issue(24, 1996, ""))),
        Issues("Сл. гласник на РМ", (Issue(13, 2006, ""),)),
    )
    assert [issue.printed for issue in one.gazettes[0].issues] == ["8/05", "24/96"]
    assert one.flags == ("unordered:24/96",)
    alone = issues("објавена во „Службен гласник на Општина Куманово“ број 5 од 2019 година")
    assert (alone.kind, alone.name, str(alone.gazettes[0].issues[0])) == ("act", "", "5/2019")
    assert parse("објавувањето во „Службен гласник на Општина Куманово“.", "mk") == ()


@pytest.mark.parametrize(
    ("printed", "flags"),
    [
        ("5/2002, 6/2002)", ()),
        ("5/2002", ("missing_bracket",)),
        ("2/20012)", ("year_digits:2/20012",)),
        ("2/1944)", ("year_early:2/1944",)),
        ("2/2031)", ("year_future:2/2031",)),
        ("0/2002)", ("number_zero:0/2002",)),
        ("401/2002)", ("number_large:401/2002",)),
        ("5/2002, 7/02 и 5/02)", ("repeated:5/02", "unordered:5/02")),
        ("7/2019 и 7/2002)", ("unordered:7/2002",)),
    ],
)
def test_slips_are_flagged_not_repaired(printed: str, flags: tuple[str, ...]) -> None:
    one = issues(f"Законот за градење (“Сл. весник на РМ” бр.{printed}", 2026)
    assert one.flags == flags
    assert ", ".join(issue.printed for issue in one.gazettes[0].issues) in printed.replace(" и", ",")


@pytest.mark.parametrize("slug", SLUGS)
def test_both_languages_refer_to_the_same(slug: str) -> None:
    mk, sq = references(act(slug, "mk")), references(act(slug, "sq"))
    assert [(one.unit, one.kind, one.targets, one.relative) for one in mk] == [
        (one.unit, one.kind, one.targets, one.relative) for one in sq
    ]
    assert {flag for one in (*mk, *sq) for flag in one.flags} <= {"name_end"}
    assert len(mk) >= len(citations(act(slug, "mk")))


def test_units_and_spans() -> None:
    one = read(
        "ОДЛУКА\nза проба\nЧлен 1\n(1) Се применува член 7 од оваа одлука.\n(2) Како во став 1.\nЧлен 7\nА.",
        "mk",
    )
    assert [(r.unit, r.start, r.end, r.text) for r in references(one)] == [
        ("art:1/para:1", 13, 19, "член 7"), ("art:1/para:2", 8, 14, "став 1"),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_rendered_in_both_languages(lang: str) -> None:
    law = Reference(
        "law",
        "Законот за градење",
        (Issues("Службен весник", (Issue(5, 2002, ""), Issue(7, 2019, ""))),),
        ("art:5-а/para:1/point:б",),
    )
    assert (
        render(law, lang)
        == {
            "mk": "член 5-а став 1 точка б) од Законот за градење („Службен весник“ бр. 5/2002 и 7/2019)",
            "sq": "neni 5-a paragrafi 1 pika b) të Законот за градење („Службен весник“ nr. 5/2002 dhe 7/2019)",
        }[lang]
    )
    this = Reference("internal", "", (), ("art:8/para:1",), "this", "art", HERE)
    assert render(this, lang) == {"mk": "став 1 на овој член", "sq": "paragrafi 1 i këtij neni"}[lang]


NUMBER = st.one_of(st.integers(1, 400).map(str), st.sampled_from(["5-а", "12-б", "7-ѓ"]))
LETTER = st.sampled_from(list("абвгдѓежз"))


@st.composite
def paths(draw: st.DrawFn) -> str:
    steps = [f"art:{draw(NUMBER)}"]
    if draw(st.booleans()):
        steps.append(f"para:{draw(NUMBER)}")
    if draw(st.booleans()):
        steps.append(f"point:{draw(st.one_of(NUMBER, LETTER))}")
        if draw(st.booleans()):
            steps.append(f"sub:{draw(LETTER)}")
    if draw(st.booleans()):
        steps.append(f"indent:{draw(st.integers(1, 30))}")
    return "/".join(steps)


ISSUES = st.lists(
    st.builds(Issue, st.integers(1, 400), st.integers(1945, 2044), st.just("")), min_size=1, max_size=4
).map(tuple)
GAZETTES = st.lists(
    st.builds(
        Issues,
        st.sampled_from(
            ["Службен весник на РМ", "Службен гласник на Општина Куманово", "Gazeta zyrtare e RM-së"]
        ),
        ISSUES,
    ),
    max_size=2,
).map(tuple)
TARGETS = st.lists(paths(), min_size=1, max_size=4).map(tuple)
NAMED = st.builds(
    Reference,
    st.just("law"),
    st.sampled_from(["Законот за градење", "Законот за локалната самоуправа", "Ligjit për ndërtim"]),
    GAZETTES,
    st.one_of(st.just(()), TARGETS),
)
INTERNAL = st.builds(Reference, st.just("internal"), targets=TARGETS)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.one_of(NAMED, INTERNAL), st.sampled_from(["mk", "sq"]))
def test_what_is_rendered_is_read_back(reference: Reference, lang: str) -> None:
    assert parse(render(reference, lang), lang) == (reference,)


@pytest.mark.parametrize("lang", ["mk", "sq"])
@pytest.mark.parametrize("slug", SLUGS)
def test_what_acts_say_is_rendered_and_read_back(slug: str, lang: str) -> None:
    for one in references(act(slug, lang)):
        for other in ("mk", "sq"):
            assert parse(render(one, other), other, one.unit) == (one,)


WORDS = st.lists(
    st.sampled_from(
        "член |став |точка |потточка |алинеја |овој |претходниот |1|5-а|б)|(2)|, | и | до |од |на |Законот |за |"
        "градење |(|)|„|“|Службен весник |бр. |5/2002|0/1|neni |paragrafi |i |të |këtij |Ligjit |për |"
        "Gazeta zyrtare |nr. "
        "|\u202e|\n|I|–|.".split("|")
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(WORDS, st.sampled_from(["mk", "sq"]))
def test_any_text(text: str, lang: str) -> None:
    end = 0
    for one in parse(text, lang, HERE, 2026):
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.text
        end = one.end
        json.dumps(one.data())


@pytest.mark.parametrize(
    "bit",
    ["член ", "член 1, ", "1, ", "став 1 на ", "Законот за ", "Законот за а (", "„Службен весник ", "5/2002, ", "овој ",
     "членовите од 1 до ", "(", "„", "Решението бр. 1", "Службен весник бр. 5/2002 и ", "neni ", "paragrafi 1 i "],
)  # fmt: skip
def test_very_long_lines(bit: str) -> None:
    text = bit * (200_000 // len(bit))
    for lang in ("mk", "sq"):
        assert all(text[one.start : one.end] == one.text for one in parse(text, lang, HERE, 2026))


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("citations", case("komunalen-red.mk"), "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in found] == ["law", "law", "act", "internal", "internal", "internal", "act"]
    assert found[0].keys() == {
        "unit", "start", "end", "text", "kind", "name", "gazettes", "targets", "relative", "flags",
    }  # fmt: skip
    assert found[0]["gazettes"][0]["issues"] == [{"number": 5, "year": 2002, "printed": "5/2002"}]
    assert call("citations", case("komunalen-red.sq")) == 0
    assert "art:10/para:1 " in capsys.readouterr().out
