"""Whatever the act and the operations: what is applied is a sound text, what is not is told, nothing is silent."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konak.lex import Act, Unit, read, walk, write
from konak.lex.amend import Operation, apply
from konak.lex.amend.refusals import REASONS
from konak.lex.tests.amending import acts, operations
from konak.lex.tree import Source

CALM = settings(max_examples=250, deadline=None, derandomize=True,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])  # fmt: skip


@st.composite
def cases(draw: st.DrawFn) -> tuple[Act, list[Operation]]:
    act = draw(st.sampled_from(["mk", "sq"]).flatmap(acts))
    return act, draw(st.lists(operations(act), min_size=1, max_size=5))


@CALM
@given(cases())
def test_what_is_applied_is_sound_and_what_is_not_is_told(case: tuple[Act, list[Operation]]) -> None:
    """Drawing an act takes longer than looking at what comes of it: every case is looked at in each way."""
    act, several = case
    for one in several:
        one_operation_changes_something_or_is_refused(act, one)
    what_comes_out_is_read_again_as_it_is(act, several)
    a_refused_operation_leaves_no_trace(act, several)
    what_was_not_changed_is_the_same_object_and_what_was_says_whence(act, several)


def what_comes_out_is_read_again_as_it_is(act: Act, several: list[Operation]) -> None:
    assert read(write(act), act.lang) == act
    applied = apply(act, several)
    assert read(write(applied.act), act.lang) == applied.act
    for refusal in applied.refused:
        assert refusal.reason in REASONS
        assert set(refusal.words) == {"mk", "sq", "en"}
        assert all(words and "{" not in words for words in refusal.words.values())
        assert refusal.operation is several[refusal.place]


def one_operation_changes_something_or_is_refused(act: Act, one: Operation) -> None:
    applied = apply(act, [one])
    assert (applied.act == act) == bool(applied.refused)


def a_refused_operation_leaves_no_trace(act: Act, several: list[Operation]) -> None:
    applied = apply(act, several)
    refused = {refusal.place for refusal in applied.refused}
    kept = [one for place, one in enumerate(several) if place not in refused]
    again = apply(act, kept)
    assert again.act == applied.act
    assert not again.refused


def what_was_not_changed_is_the_same_object_and_what_was_says_whence(
    act: Act, several: list[Operation]
) -> None:
    source = Source(act="Одлука за изменување", article="Член 1")
    applied = apply(act, several, source)
    before = {id(unit) for _, _, unit in walk(act)}
    for _, _, unit in walk(applied.act):
        if id(unit) not in before and not unit.sources:
            assert _without(unit) in [_without(old) for _, _, old in walk(act)]


def _without(unit: Unit) -> Unit:
    """The unit's own words and number, without what it holds."""
    return replace(unit, children=())


@CALM
@given(st.sampled_from(["mk", "sq"]), st.text(max_size=40), st.text(max_size=40), st.text(max_size=60))
def test_any_address_and_any_words_end_in_words(lang: str, target: str, words: str, content: str) -> None:
    from konak.lex.tests.amending import base, op

    act = base(lang)
    for one in (
        op("repeal", target),
        op("replace_words", "art:1", old=words, new=content),
        op("insert", f"after {target}", unit=words, content=content),
        op("replace", "art:1/para:1", content=content),
        op("insert", "after art:1", unit="art:1-а", content=content),
        op("renumber", "art:1", to=words),
        op("replace_end", "art:1", old=words, new=content),
    ):
        applied = apply(act, [one])
        assert applied.refused or applied.act != act
        assert read(write(applied.act), lang) == applied.act
