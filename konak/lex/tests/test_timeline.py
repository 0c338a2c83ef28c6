"""A work through time: which text counts on which day."""

from datetime import date

from konak.lex import Act, find
from konak.lex.tests.amending import base, op
from konak.lex.timeline import Amendment, Work, force_day

START, FIRST, SECOND = date(2026, 1, 10), date(2026, 4, 3), date(2026, 9, 1)
WORK = Work(
    base(),
    START,
    (
        Amendment((op("replace_words", "art:3/para:2", old="50", new="60"),), FIRST),
        Amendment((op("replace_words", "art:3/para:2", old="60", new="70"), op("repeal", "art:1")), SECOND),
    ),
)


def fine(act: Act | None) -> str:
    assert act is not None
    unit = find(act, "art:3/para:2")
    assert unit is not None
    return unit.text.split()[2]


def test_the_text_of_each_day() -> None:
    assert WORK.text_on(date(2026, 1, 9)) is None
    days = [date(2026, 1, 10), date(2026, 4, 2), FIRST, date(2026, 8, 31), SECOND, date(2030, 1, 1)]
    assert [fine(WORK.text_on(day)) for day in days] == ["50", "50", "60", "60", "70", "70"]
    assert [(one.day, one.until) for one in WORK.versions()] == [
        (START, FIRST),
        (FIRST, SECOND),
        (SECOND, None),
    ]
    assert WORK.versions() is WORK.versions()


def test_what_changed_between_two_days() -> None:
    assert [(one.path, one.kind) for one in WORK.diff(START, FIRST)] == [("chp:II/art:3/para:2", "changed")]
    assert [one.path for one in WORK.diff(FIRST, SECOND)] == ["chp:I/art:1", "chp:II/art:3/para:2"]
    assert WORK.diff(FIRST, FIRST) == []


def test_the_text_if_a_draft_is_adopted() -> None:
    adopted = WORK.if_adopted(
        [op("replace_words", "art:3/para:2", old="70", new="80"), op("repeal", "art:1")]
    )
    assert fine(adopted.act) == "80"
    assert [refusal.reason for refusal in adopted.refused] == ["not_there"]
    assert fine(WORK.text_on(SECOND)) == "70"


def test_a_correction_counts_from_the_text_it_corrects() -> None:
    of_base = Amendment((op("replace_words", "art:3/para:2", old="50", new="500", correction=True),), SECOND)
    work = Work(base(), START, (of_base,))
    assert fine(work.text_on(START)) == "500"
    later = Amendment((op("replace_words", "art:3/para:2", old="60", new="66", correction=True),), SECOND)
    work = Work(base(), START, (WORK.amendments[0], later))
    assert [fine(work.text_on(day)) for day in (START, FIRST, SECOND)] == ["50", "66", "66"]
    never = Amendment((op("replace_words", "art:3/para:2", old="99", new="66", correction=True),), SECOND)
    (refusal,) = Work(base(), START, (never,)).versions()[-1].refused
    assert refusal.reason == "not_found"


def test_in_force_and_applied_may_differ() -> None:
    later = Amendment(
        (op("replace_words", "art:3/para:2", old="50", new="60"), op("applies_from", date="2027-01-01")),
        FIRST,
    )
    work = Work(base(), START, (later,))
    assert fine(work.text_on(FIRST)) == "60"
    assert fine(work.text_on(FIRST, applied=True)) == "50"
    assert fine(work.text_on(date(2027, 1, 1), applied=True)) == "60"


def test_acts_end_by_repeal_by_quashing_and_by_annulment() -> None:
    ended = Work(base(), START, (Amendment((op("repeal_act"),), FIRST),))
    assert fine(ended.text_on(date(2026, 4, 2))) == "50"
    assert ended.text_on(FIRST) is None
    quashed = Work(
        base(), START, (Amendment((op("repeal", "art:1", from_="publication"),), SECOND, published=FIRST),)
    )
    assert [one.path for one in quashed.diff(START, FIRST)] == ["chp:I/art:1"]
    annulled = Work(base(), START, (Amendment((op("repeal_act", effect="from_start"),), SECOND),))
    assert annulled.text_on(START) is None


def test_what_did_not_fit_is_kept_with_its_version() -> None:
    work = Work(base(), START, (Amendment((op("repeal", "art:99"),), FIRST),))
    assert [refusal.reason for refusal in work.versions()[-1].refused] == ["not_there"]


def test_the_day_of_force() -> None:
    published, adopted = date(2026, 3, 26), date(2026, 3, 20)
    assert force_day([op("in_force", days_after_publication=8)], published) == date(2026, 4, 3)
    assert force_day([op("in_force", days_after_publication=0)], published) == published
    assert force_day([op("in_force", from_="adoption")], published, adopted) == adopted
    assert force_day([op("in_force", date="2027-01-01")], None) == date(2027, 1, 1)
    assert force_day([op("in_force", days_after_publication=8)], None) is None
    assert force_day([op("repeal", "art:1")], published) is None
