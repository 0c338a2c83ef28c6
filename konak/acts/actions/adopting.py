"""Deeds of the vote: the council adopts or rejects, the mayor decides; the act takes its number."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.acts.actions.parts import day_of, hand_on, number_for
from konak.acts.facts import (
    ActAdopted,
    ActRejected,
)
from konak.acts.flow import ACT
from konak.acts.models import Act
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import Words
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.registry.office import Case


@deed
def adopt(
    actor: Actor,
    act: Act,
    *,
    session: Ref,
    session_day: date,
    session_number: int,
    session_title: Words,
    verdict: dict[str, object],
    at: datetime,
    session_case: Case | None = None,
    version: int | None = None,
) -> Act:
    """The council adopted the act: it takes its number in the house's style and bears the session's date.

    `verdict` is that of `konak.sessions.law`; `session_case` is needed for the style `session`.
    """
    act = hold(Act.objects.select_related("case", "case__unit"), act.pk, version)
    allow(
        ACT.check(actor, act, "adopt", day_of(at)),
        Reason(_("The session's day is later than today."), field="session_day")
        if session_day > day_of(at)
        else None,
        Reason(_("By the verdict the act was not adopted.")) if not verdict.get("adopted") else None,
    )
    act.session, act.session_number, act.session_title = str(session), session_number, session_title
    act.verdict = verdict
    return _adopted(actor, act, session_day, session_case, at)


@deed
def reject(
    actor: Actor,
    act: Act,
    *,
    session: Ref,
    session_day: date,
    session_number: int,
    session_title: Words,
    verdict: dict[str, object],
    at: datetime,
    version: int | None = None,
) -> Act:
    """The council did not adopt the act."""
    act = hold(Act.objects.all(), act.pk, version)
    allow(
        ACT.check(actor, act, "reject", day_of(at)),
        Reason(_("By the verdict the act was adopted.")) if verdict.get("adopted") else None,
    )
    act.session, act.session_number, act.session_title = str(session), session_number, session_title
    act.verdict, act.state = verdict, "rejected"
    act.save()
    fact = ActRejected(
        subject=Ref.of(act),
        day=session_day,
        session=str(session),
        words={"title": act.title},
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"session_clerk"}, None, at=at)
    return act


@deed
def decide(actor: Actor, act: Act, *, at: datetime, version: int | None = None) -> Act:
    """The mayor adopts his own act: its number is the next of its case, its day is today."""
    act = hold(Act.objects.select_related("case", "case__unit"), act.pk, version)
    allow(ACT.check(actor, act, "decide", day_of(at)))
    return _adopted(actor, act, day_of(at), None, at)


def _adopted(actor: Actor, act: Act, day: date, session_case: Case | None, at: datetime) -> Act:
    style = on(day)["acts.number_style"].value if act.body == "council" else "case"
    act.document = number_for(actor, act, style, session_case, at)
    act.number, act.adopted_on, act.state = act.document.number, day, "adopted"
    act.save()
    fact = ActAdopted(
        subject=Ref.of(act),
        number=act.number,
        day=day,
        session=act.session,
        words={"title": act.title},
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"session_clerk", "mayor"}, FIX_TEXT, role="lawyer", at=at)
    return act


FIX_TEXT = {
    "mk": "Утврдување на текстот: {title}",
    "sq": "Përcaktimi i tekstit: {title}",
    "en": "Fix the text: {title}",
}
