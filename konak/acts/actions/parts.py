"""What deeds on acts share: days, texts kept, numbers taken, work handed on."""

import hashlib
from copy import copy
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts.facts import (
    TextWritten,
)
from konak.acts.law import wording
from konak.acts.models import Act, Text
from konak.kernel import clock
from konak.kernel.clock import ZONE
from konak.kernel.errors import Reason, Refused
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Actor, Ref, announce
from konak.kernel.norms import on
from konak.lex import akn
from konak.registry import office as registry
from konak.registry.office import Case, Document
from konak.tasks import office as tasks


def day_of(at: datetime) -> date:
    """The day of a moment as the town counts it."""
    return at.astimezone(ZONE).date()


def number_for(actor: Actor, act: Act, style: str, session_case: Case | None, at: datetime) -> Document:
    """The paper that gives the act its number: a sub-number of the session's case or of its own case, or a
    basic number of its own."""
    subject = pick(act.title, "mk")[0]
    case = act.case
    if style == "session":
        if session_case is None:
            raise Refused(
                Reason(
                    _("The house numbers acts under the session, and the session has no case."),
                    way_out=_("Register the session's case first."),
                )
            )
        case = session_case
    elif style == "own":
        mark = on(day_of(at))["acts.archive_mark"].value
        unit = act.case.unit
        case = registry.open_case(actor, at=at, title=subject, language="mk", mark=mark, unit=unit)
    return registry.file_into(actor, case, at=at, subject=subject, language="mk")


def read(text: str, lang: str) -> lex.Act:
    """What was typed as a tree; a text that cannot be one is refused."""
    try:
        return lex.read(text, lang)
    except lex.Unreadable as fault:
        raise Refused(Reason(str(fault), field=f"text_{lang}")) from fault


def keep_text(
    actor: Actor, act: Act, tree: lex.Act, *, stage: str, before: Text | None, at: datetime
) -> Text:
    """Keep a tree as the next version; the same draft again stays the version it is."""
    if before is not None and before.stage == stage and akn.read(before.xml) == tree:
        return before
    town = on(day_of(at))["acts.town"].value
    number = before.number + 1 if before else 1
    data = wording.xml(
        tree,
        slug=town["slug"],
        name=f"draft-{act.pk}",
        body=act.body,
        number=act.number,
        adopted=act.adopted_on,
        version=act.adopted_on or day_of(at),
    )
    text = Text(
        act=act,
        lang=tree.lang,
        number=number,
        stage=stage,
        title=tree.title,
        xml=data.decode(),
        sha256=hashlib.sha256(data).hexdigest(),
        unread=len(tree.unread),
        by_id=actor.person,
        at=at,
    )
    text.save(force_insert=True)
    if stage == "draft":  # a fixed text is announced by the deed that certifies it
        announce(
            actor,
            TextWritten(
                subject=Ref.of(act),
                lang=tree.lang,
                number=number,
                sha256=text.sha256,
                words={"who": actor.name},
            ),
            at=at,
        )
    return text


def hand_on(
    actor: Actor,
    act: Act,
    waited: set[str],
    title: Words | None,
    *,
    role: str = "",
    due: date | None = None,
    at: datetime,
) -> None:
    """What waited for these roles is done by this deed, whoever did it; the next thing waits for `role`."""
    whoever = replace(copy(actor), roles=actor.roles.union(waited))  # copy: the web hands a lazy one
    tasks.done_about(whoever, Ref.of(act), at=at)
    if title is not None:
        name = {lang: words.format(title=pick(act.title, lang)[0]) for lang, words in title.items()}
        tasks.assign(actor, about=Ref.of(act), title=name, role=role, due=due, at=at)


def sign_by(act: Act) -> date:
    """The last day to sign, on the unmoved day."""
    assert act.adopted_on is not None
    return clock.latest("act.sign", act.adopted_on)


def publish_by(act: Act) -> date:
    assert act.adopted_on is not None
    return clock.latest("act.publish", act.adopted_on)
