"""Deeds of the gazette. Rendering and sealing come before: `publish` checks what was sealed by its hash."""

from datetime import date, datetime

from django.db.models import F, Max
from django.utils.translation import gettext_lazy as _

from konak.acts import office as acts
from konak.acts.office import Act
from konak.gazette import queries, rules
from konak.gazette.facts import ActAdded, ActMoved, ActRemoved, IssueComposed, IssueDated, IssuePublished
from konak.gazette.flow import ISSUE
from konak.gazette.models import Entry, Issue
from konak.kernel import org
from konak.kernel.clock import ZONE
from konak.kernel.errors import Reason, allow
from konak.kernel.files import Blob, keep
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.kernel.numbering import take
from konak.registry import office as registry

ASIDE = 10_000  # places are unique, so moved rows step aside first


def day_of(at: datetime) -> date:
    """The day of a moment as the town counts it."""
    return at.astimezone(ZONE).date()


@deed(keyed=True)
def compose(actor: Actor, *, day: date | None, at: datetime, key: str | None = None) -> Issue:
    """Begin an issue of the day: it takes its number, and its own number in the registry, once and for all."""
    norms = on(day_of(at))
    unit = org.units().filter(pk__in=actor.units).first()
    allow(
        rules.may_edit(actor),
        rules.sound_day(day, queries.last_day()),
        rules.no_other_draft(queries.draft()),
        Reason(_("You belong to no unit under which the issue could be registered."))
        if unit is None
        else None,
    )
    assert day is not None
    assert unit is not None
    row = queries.row_of(day, norms)
    # the counter is the lock: of two editors at once the second sees the first one's draft here
    number = take("gazette.issue", row)
    allow(rules.no_other_draft(queries.draft()))
    year_of = day.year - norms["gazette.year_one"].value + 1
    issue = Issue(
        row=row,
        number=number,
        year=day.year,
        day=day,
        title=norms["gazette.title"].value,
        year_of=max(year_of, 0),
        composed_at=at,
    )
    subject = issue.label["mk"]
    mark = norms["gazette.archive_mark"].value
    case = registry.open_case(actor, at=at, title=subject, language="mk", mark=mark, unit=unit)
    issue.document = registry.file_into(actor, case, at=at, subject=subject, language="mk")
    issue.save(force_insert=True)
    fact = IssueComposed(
        subject=Ref.of(issue), number=number, year=issue.year, registered=issue.document.number
    )
    announce(actor, fact, at=at)
    return issue


@deed
def redate(
    actor: Actor, issue: Issue, *, day: date | None, at: datetime, version: int | None = None
) -> Issue:
    """Give a draft another day; its number stays, so the day must be in the same row of numbers."""
    issue = hold(Issue.objects.all(), issue.pk, version)
    today = day_of(at)
    allow(
        ISSUE.check(actor, issue, "redate", today),
        rules.sound_day(day, queries.last_day()),
        rules.same_row(queries.row_of(day, on(today)), issue.row) if day else None,
        *(rules.not_before_its_acts(day, entry.act) for entry in queries.entries(issue) if day),
    )
    assert day is not None
    norms = on(today)
    issue.day, issue.year = day, day.year
    issue.year_of = max(day.year - norms["gazette.year_one"].value + 1, 0)
    issue.save()
    announce(actor, IssueDated(subject=Ref.of(issue), day=day), at=at)
    return issue


@deed
def add(actor: Actor, issue: Issue, act: Act, *, at: datetime, version: int | None = None) -> Entry:
    """Put an act that waits behind those in the issue, with the mayor's act that orders its publication."""
    issue = hold(Issue.objects.all(), issue.pk, version)
    held = Entry.objects.filter(act_id=act.pk).select_related("issue").first()
    allow(
        ISSUE.check(actor, issue, "add", day_of(at)),
        Reason(
            _("%(act)s stands in issue %(issue)s already.") % {"act": act.number, "issue": held.issue.short}
        )
        if held
        else rules.waits(act, acts.to_publish(actor).filter(pk=act.pk).exists()),
        rules.not_before_its_acts(issue.day, act),
    )
    last = Entry.objects.filter(issue=issue).aggregate(last=Max("position"))["last"] or 0
    publication = acts.publication_act(act)
    entry = Entry(issue=issue, act_id=act.pk, publication=publication, position=last + 1)
    entry.save(force_insert=True)
    issue.save()
    fact = ActAdded(subject=Ref.of(issue), act=act.number, act_id=act.pk, words={"title": act.title})
    announce(actor, fact, at=at)
    return entry


@deed
def remove(actor: Actor, issue: Issue, act: Act, *, at: datetime, version: int | None = None) -> Issue:
    """Take an act out of a draft; those behind it move up."""
    issue = hold(Issue.objects.all(), issue.pk, version)
    entry = Entry.objects.filter(issue=issue, act_id=act.pk).first()
    allow(ISSUE.check(actor, issue, "remove", day_of(at)), _not_held(act, entry))
    assert entry is not None
    entry.delete()
    _place(issue, [one for one in queries.entries(issue) if one.pk != entry.pk])
    issue.save()
    announce(actor, ActRemoved(subject=Ref.of(issue), act=act.number, act_id=act.pk), at=at)
    return issue


@deed
def move(actor: Actor, issue: Issue, act: Act, *, to: int, at: datetime, version: int | None = None) -> Issue:
    """Put an act at the place `to`, counted from 1; the others close up."""
    issue = hold(Issue.objects.all(), issue.pk, version)
    order = queries.entries(issue)
    entry = next((one for one in order if one.act_id == act.pk), None)
    allow(
        ISSUE.check(actor, issue, "move", day_of(at)),
        _not_held(act, entry),
        rules.standing(to, len(order)),
    )
    assert entry is not None
    order.remove(entry)
    order.insert(to - 1, entry)
    _place(issue, order)
    issue.save()
    announce(actor, ActMoved(subject=Ref.of(issue), act=act.number, act_id=act.pk, position=to), at=at)
    return issue


@deed
def publish(
    actor: Actor, issue: Issue, *, pdf: Blob, content_hash: str, at: datetime, version: int | None = None
) -> Issue:
    """Publish the issue as the sealed paper `pdf`, made of the content with this hash.

    Each act and its act of publication are marked published on the issue's day, the paper goes to the
    issue's document in the registry.
    """
    issue = hold(Issue.objects.select_related("document"), issue.pk, version)
    day = day_of(at)
    held = queries.pieces(issue)
    allow(
        ISSUE.check(actor, issue, "publish", day),
        queries.in_the_way(actor, issue, held, day) if issue.state == "draft" else None,
        rules.same_content(content_hash, queries.content_hash(issue, held)),
    )
    for piece in held:
        _publish_entry(actor, issue, piece.entry, at)
    issue.file, issue.content_hash = keep(actor, pdf, at=at), content_hash
    issue.state, issue.published_at = "published", at
    issue.save()
    registry.add_files(actor, issue.document, files=[pdf], at=at)
    fact = IssuePublished(
        subject=Ref.of(issue),
        number=issue.number,
        year=issue.year,
        day=issue.day,
        acts=len(held),
        sha256=pdf.sha256,
        content=content_hash,
    )
    announce(actor, fact, at=at)
    return issue


def _publish_entry(actor: Actor, issue: Issue, entry: Entry, at: datetime) -> None:
    published = [
        acts.mark_published(actor, act, issue=Ref.of(issue), gazette_label=issue.label, day=issue.day, at=at)
        for act in (entry.act, entry.publication)
        if act is not None
    ]
    entry.in_force_on = published[0].in_force_on
    entry.save(update_fields=["in_force_on"])


def _not_held(act: Act, entry: Entry | None) -> Reason | None:
    return None if entry else Reason(_("%(act)s does not stand in the issue.") % {"act": act.number})


def _place(issue: Issue, order: list[Entry]) -> None:
    """Number the places anew in this order."""
    Entry.objects.filter(issue=issue).update(position=F("position") + ASIDE)
    for position, entry in enumerate(order, start=1):
        Entry.objects.filter(pk=entry.pk).update(position=position)
