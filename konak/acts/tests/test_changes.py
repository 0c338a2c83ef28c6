"""Amending an act in force: gather changes, see what comes of them, write the decision."""

from dataclasses import replace
from typing import Any

import pytest

from konak import lex
from konak.acts import office, queries
from konak.acts.consolidation import base_of, latest
from konak.acts.law import changes as law
from konak.acts.models import Act
from konak.acts.tests.amending_of import drafted, published
from konak.acts.tests.office_of import AT, DAY, LATER, MK, House, Road
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, history
from konak.lex import amend
from konak.lex.amend import Malformed, sentences
from tests.lodging import made_once

BOTH = ["mk", "sq"]
CHEAPER = {
    "op": "replace_words",
    "target": "art:2",
    "old_mk": "500 денари",
    "new_mk": "450 денари",
    "old_sq": "500 denarë",
    "new_sq": "450 denarë",
}
FREE = {
    "op": "insert",
    "target": "art:2",
    "where": "after",
    "unit": "art",
    "number": "2-а",
    "new_mk": "Училиштата не плаќаат надоместок.",
    "new_sq": "Shkollat nuk paguajnë kompensim.",
}


def item(**said: Any) -> law.Item:
    return law.item(said, BOTH)


@made_once
def draft(house: House) -> Act:
    base = Road(house).to("published")
    return drafted(house, base)


def gathered(house: House, act: Act, *said: dict[str, Any]) -> Act:
    for one in said:
        act = Act.objects.get(pk=act.pk)
        office.add_changes(house.officer, act, items=[item(**one)], version=act.version, at=LATER)
    return Act.objects.get(pk=act.pk)


def written(house: House, act: Act) -> dict[str, lex.Act]:
    texts = office.write_decision(house.officer, act, version=act.version, versions={}, at=LATER)
    return {lang: queries.tree(text) for lang, text in texts.items()}


def test_a_decision_is_written_from_its_changes(house: House, draft: Act) -> None:
    act = gathered(house, draft, CHEAPER, FREE)
    trees = written(house, act)
    said = lex.write(trees["mk"])
    assert "О Д Л У К А\nза изменување и дополнување на Одлуката за надоместок за користење на салите" in said
    assert (
        "Член 1\nВо Одлуката за надоместок за користење на салите („Службен гласник на Општина Куманово“ бр."
        " 7/2026), во членот 2 зборовите „500 денари“ се заменуваат со зборовите „450 денари“." in said
    )
    assert "Член 2\nПо членот 2 се додава нов член 2-а, кој гласи: „Член 2-а\n" in said
    assert said.endswith(
        "Член 3\nОваа одлука влегува во сила осмиот ден од денот на објавувањето во „Службен гласник на Општина"
        " Куманово“.\n"
    )
    assert "V E N D I M\npër ndryshimin dhe plotësimin e Vendimit për kompensimin" in lex.write(trees["sq"])
    assert lex.parity(trees["mk"], trees["sq"]) == []
    act.refresh_from_db()
    assert act.title["mk"].startswith("Одлука за изменување и дополнување на Одлуката за")
    assert act.amends is not None
    base = base_of(act.amends, DAY)
    for lang, tree in trees.items():
        found = [op for one in sentences.read(lex.write(tree), lang) for op in one.operations]
        new = lex.write(amend.apply(base.trees[lang], found).act)
        assert ("450" in new, "500" in new, "2-" in new) == (True, False, True)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ([CHEAPER], "за изменување на Одлуката"),
        ([FREE], "за дополнување на Одлуката"),
        ([CHEAPER, FREE], "за изменување и дополнување на Одлуката"),
        ([{"op": "repeal", "target": "art:2"}], "за изменување на Одлуката"),
    ],
)
def test_the_title_follows_the_content(house: House, draft: Act, said: Any, title: str) -> None:
    act = gathered(house, draft, *said)
    assert written(house, act)["mk"].title.startswith(title)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (CHEAPER | {"old_mk": "900"}, "„900“ не се наоѓаат"),
        (CHEAPER | {"old_sq": "900"}, "„900“ не се наоѓаат"),
        ({"op": "repeal", "target": "art:9"}, "нема член 9"),
        (FREE | {"number": "3"}, "два дела би го носеле истиот број"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(
    house: House, draft: Act, said: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refused) as refused:
        gathered(house, draft, said)
    assert why in str(refused.value), refused.value
    assert Act.objects.get(pk=draft.pk).changes == []


def test_two_clerks_on_one_draft(house: House, draft: Act) -> None:
    seen = draft.version
    act = gathered(house, draft, CHEAPER)
    with pytest.raises(Refused, match="Officer"):
        office.add_changes(house.lawyer, act, items=[item(**FREE)], version=seen, at=LATER)
    assert len(Act.objects.get(pk=draft.pk).changes) == 1


def test_a_change_is_taken_back_and_both_are_told(house: House, draft: Act) -> None:
    act = gathered(house, draft, CHEAPER, FREE)
    office.drop_change(house.officer, act, place=0, version=act.version, at=LATER)
    assert [one["mk"]["op"] for one in Act.objects.get(pk=act.pk).changes] == ["insert"]
    told = [entry.fact for entry in history(Ref.of(act))]
    assert told == [
        "acts.ActDrafted",
        "acts.ActAmends",
        "acts.ChangeAdded",
        "acts.ChangeAdded",
        "acts.ChangeDropped",
    ]
    last = history(Ref.of(act)).last()
    assert last is not None
    assert "се заменуваат" in last.sentence("mk")
    assert "zëvendësohen" in last.sentence("sq")
    act.refresh_from_db()
    with pytest.raises(Refused):
        office.drop_change(house.officer, act, place=7, version=act.version, at=LATER)


def test_changes_are_gathered_only_where_an_act_is_amended(house: House) -> None:
    act = Road(house).written().act
    act.refresh_from_db()
    with pytest.raises(Refused):
        office.add_changes(house.officer, act, items=[item(**CHEAPER)], version=act.version, at=AT)


def test_the_act_amended_stays_while_changes_are_gathered(house: House, draft: Act) -> None:
    act = gathered(house, draft, CHEAPER)
    with pytest.raises(Refused):
        office.amend(house.officer, act, None, at=LATER)
    office.drop_change(house.officer, act, place=0, version=act.version, at=LATER)
    assert office.amend(house.officer, act, None, at=LATER).amends is None


def test_nothing_gathered_nothing_written(house: House, draft: Act) -> None:
    with pytest.raises(Refused):
        written(house, draft)


@pytest.mark.parametrize(
    ("said", "gaps"),
    [
        ({"op": "replace_words"}, ["old_mk", "old_sq", "new_mk", "new_sq"]),
        ({"op": "insert", "unit": "art"}, ["new_mk", "new_sq", "number"]),
        ({"op": "insert", "unit": "chp", "number": "III"}, ["heading_mk", "heading_sq"]),
        ({"op": "renumber"}, ["number"]),
        ({"op": "replace_end", "new_mk": ";"}, ["new_sq"]),
        ({"op": "applies_from"}, ["day"]),
        ({"op": "in_force", "days": 0}, []),
        ({"op": "repeal"}, []),
    ],
)
def test_what_a_change_needs(said: dict[str, Any], gaps: list[str]) -> None:
    assert law.missing(said, BOTH) == gaps


def test_no_other_operation_is_known() -> None:
    with pytest.raises(Malformed):
        law.item({"op": "erase"}, BOTH)
    assert set(law.WORDS) == set(amend.ops.BY_NAME)


def test_the_next_number() -> None:
    tree = lex.read(MK, "mk")
    asked = [("art:2", "art"), ("art:2", "para"), ("art:2/para:1", "para"), ("art:2/para:1", "indent")]
    assert [law.next_number(tree, *one) for one in asked] == ["2-а", "2", "2", "1"]
    more = lex.read(MK.replace("Член 3", "Член 2-а\nНешто.\n\nЧлен 3"), "mk")
    assert law.next_number(more, "art:2", "art") == "2-б"


@pytest.mark.parametrize("lang", BOTH)
def test_what_was_pointed_at_is_what_is_published(house: House, draft: Act, lang: str) -> None:
    """The operations of the screen, written as sentences, voted, printed and read again, make the same text."""
    act = gathered(house, draft, CHEAPER, FREE, {"op": "repeal", "target": "art:1"})
    assert act.amends is not None
    shown = law.outcome(base_of(act.amends, DAY), act.changes, lang).applied.act
    wordings = {tongue: lex.write(tree) for tongue, tree in written(house, act).items()}
    act = published(house, Act.objects.get(pk=act.pk), wordings)
    assert act.state == "published"
    assert office.open_sentences(act) == []
    base = Act.objects.get(pk=act.amends_id)
    made = latest(base)[lang]
    assert lex.write(replace(made, closing=None)) == lex.write(replace(shown, closing=None))
    again = drafted(house, base)
    found = base_of(base, DAY)
    assert lex.write(found.trees[lang]) == lex.write(made)
    assert "бр. 7/2026)" in found.named("mk")
    office.add_changes(
        house.officer,
        again,
        items=[item(op="replace_words", target="art:2-а", old_mk="Училиштата", new_mk="Школите",
                    old_sq="Shkollat", new_sq="Çerdhet")],
        version=again.version,
        at=LATER,
    )  # fmt: skip
