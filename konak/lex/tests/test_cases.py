"""Seven whole acts in both languages: read, printed, kept as XML, compared."""

from datetime import date

import pytest

from konak.lex import InForce, akn, citations, closing, find, in_force, parity, read, walk, write
from konak.lex.tests.samples import SLUGS, act, text

BOTH = pytest.mark.parametrize("lang", ["mk", "sq"])
EACH = pytest.mark.parametrize("slug", SLUGS)


def test_there_are_seven_acts() -> None:
    assert SLUGS == (
        "chlenovi-na-komisija",
        "komunalen-red",
        "nadomestok-sali",
        "objavuvanje",
        "statut-mesna-zaednica",
        "urbana-oprema",
        "znachajni-nastani",
    )


@EACH
@BOTH
def test_text_out_is_text_in(slug: str, lang: str) -> None:
    assert write(act(slug, lang)).split() == text(slug, lang).split()
    assert read(write(act(slug, lang)), lang) == act(slug, lang)


@EACH
@BOTH
def test_everything_was_understood(slug: str, lang: str) -> None:
    one = act(slug, lang)
    assert one.unread == ()
    assert one.kind
    assert one.title
    assert one.enacting
    assert citations(one)
    said = closing.facts(one.closing, lang)
    assert said.number.startswith(("09-4127/", "08-4131/"))
    assert said.day in (date(2026, 9, 24), date(2026, 9, 29))
    assert said.own_hand
    assert said.place == {"mk": "Куманово", "sq": "Kumanovë"}[lang]


@EACH
@BOTH
def test_kept_as_strictly_valid_xml(slug: str, lang: str) -> None:
    xml = akn.write(act(slug, lang))
    assert akn.validate(xml) == []
    assert akn.read(xml) == act(slug, lang)


@EACH
def test_both_languages_agree(slug: str) -> None:
    assert parity(act(slug, "mk"), act(slug, "sq")) == []
    assert [own for _, own, _ in walk(act(slug, "mk"))] == [own for _, own, _ in walk(act(slug, "sq"))]


@pytest.mark.parametrize(
    ("slug", "days", "adoption"),
    [
        ("chlenovi-na-komisija", None, True),
        ("komunalen-red", 8, False),
        ("nadomestok-sali", 1, False),
        ("objavuvanje", None, True),
        ("statut-mesna-zaednica", 8, False),
        ("urbana-oprema", 8, False),
        ("znachajni-nastani", 8, False),
    ],
)
@BOTH
def test_entry_into_force(slug: str, days: int | None, adoption: bool, lang: str) -> None:
    found = in_force(act(slug, lang))
    assert isinstance(found, InForce)
    assert (found.days_after_publication, found.from_adoption) == (days, adoption)


@BOTH
def test_the_tree_of_the_decision(lang: str) -> None:
    one = act("komunalen-red", lang)
    assert [unit.num for unit in one.body] == ["I", "II", "III", "IV", "V"]
    assert [path for path, _, _ in walk(one) if path.startswith("chp:II/art:4")] == [
        "chp:II/art:4",
        "chp:II/art:4/para:1",
        "chp:II/art:4/para:2",
        "chp:II/art:4/para:2/point:1",
        "chp:II/art:4/para:2/point:2",
        "chp:II/art:4/para:2/point:2/sub:а",
        "chp:II/art:4/para:2/point:2/sub:б",
        "chp:II/art:4/para:2/point:2/sub:в",
        "chp:II/art:4/para:2/point:3",
    ]
    heading = find(one, "art:2")
    assert heading is not None
    assert heading.heading == {"mk": "Значење на изразите", "sq": "Kuptimi i shprehjeve"}[lang]
    indent = find(one, "art:2/para:2/indent:3")
    assert indent is not None
    assert (
        indent.text == {"mk": "одржување јавна манифестација.", "sq": "mbajtje të manifestimit publik."}[lang]
    )


@BOTH
def test_items_tables_and_annexes(lang: str) -> None:
    ruling = act("chlenovi-na-komisija", lang)
    assert [unit.kind + unit.num for unit in ruling.body] == ["itemI", "itemII", "itemIII", "itemIV", "itemV"]
    assert find(ruling, "item:I/point:5") is not None
    annex = act("urbana-oprema", lang).annexes[0]
    assert (annex.num, annex.children[0].kind, len(annex.children[0].rows)) == ("1", "table", 5)
    programme = act("znachajni-nastani", lang)
    assert find(programme, "chp:III/item:2/indent:3") is not None
    assert find(programme, "chp:II/table:1") is not None


@BOTH
def test_letters_of_numbers(lang: str) -> None:
    one = act("statut-mesna-zaednica", lang)
    unit = find(one, "art:4-а")
    assert unit is not None
    assert unit.label == ""
    assert ("Член 4-а" if lang == "mk" else "Neni 4-a") in write(one)
    assert "art_4-a__para_1" in [own for _, own, _ in walk(one)]
