"""What is found, by whom, and in which order; on whichever database the tests run."""

from datetime import date

import pytest

from konak.kernel.journal import NOBODY, Actor, Ref
from konak.kernel.search import PUBLIC, STAFF, Findable, role, search, unit
from konak.kernel.search.finding import excerpt
from konak.kernel.search.writing import write

pytestmark = pytest.mark.django_db
CLERK = Actor(account=1, person=5, roles=frozenset({"registrar"}), units=frozenset({7}))
OTHER = Actor(account=2, person=6, roles=frozenset({"pr"}), units=frozenset({8}))


def put(
    number: int, title: str, body: str = "", *audiences: str, lang: str = "mk", kind: str = "act"
) -> None:
    ref = Ref("test.thing", number)
    text = Findable(
        ref=ref,
        lang=lang,
        title=title,
        body=body,
        kind=kind,
        day=date(2026, 10, 13),
        audiences=frozenset(audiences or {PUBLIC}),
    )
    write(ref, [text])


def found(query: str, actor: Actor = NOBODY, **more: object) -> list[int]:
    return [hit.ref.id for hit in search(query, actor, **more).hits]


def test_both_scripts_beginnings_numbers_and_other_names() -> None:
    put(1, "Барање на Ѓорѓи Њаговски", "улица во Тетово", PUBLIC)
    put(2, "Vendim nr. 08-155/1", "Kërkesë nga Xhevahire", PUBLIC, lang="sq")
    put(3, "Одлука број 08-1551/2", "", PUBLIC)
    assert (
        found("gjorgji") == found("ЃОРЃИ") == found("Ѓор") == found("Tetovë") == found("тетово njag") == [1]
    )
    assert found("08-155/1") == [2]
    assert found("08-155") == [2], "a number is meant whole"
    assert found("xhevahire kerkese") == found("Џевахире") == [2]
    assert found("nema") == found("  ") == found("\"' OR *)(") == []


def test_the_newest_comes_first_and_a_thing_can_be_taken_out() -> None:
    put(1, "прва одлука")
    put(2, "втора одлука")
    assert found("одлука") == [2, 1]
    put(1, "прва програма")
    assert found("одлука") == [2]
    assert found("програма") == [1]
    write(Ref("test.thing", 2), [])
    assert found("одлука") == []


def test_only_those_find_who_may() -> None:
    put(1, "јавно писмо")
    put(2, "писмо до писарницата", "", role("registrar"))
    put(3, "писмо до одделението", "", unit(7))
    put(4, "писмо за сите вработени", "", STAFF)
    assert found("писмо") == [1]
    assert found("писмо", CLERK) == [4, 3, 2, 1]
    assert found("писмо", OTHER) == [4, 1]
    assert found("zzunit7", NOBODY) == []
    assert search("писмо", OTHER).total == 2


def test_pages_kinds_and_languages() -> None:
    for number in range(1, 46):
        put(number, f"записник {number}", kind="minutes" if number % 2 else "act")
    page = search("записник", NOBODY, page=3)
    assert (page.total, page.pages, page.more, [hit.ref.id for hit in page.hits]) == (
        45,
        3,
        False,
        [5, 4, 3, 2, 1],
    )
    assert found("записник", kinds=("act",))[:2] == [44, 42]
    assert found("записник", lang="sq") == []


def test_the_excerpt_is_around_the_word() -> None:
    text = " ".join(f"збор{n}" for n in range(100)) + " Ѓорче " + " ".join(f"крај{n}" for n in range(100))
    said = excerpt(text, ["gorce"])
    assert "Ѓорче" in said
    assert said.startswith("… ")
    assert said.endswith(" …")
