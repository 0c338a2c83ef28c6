"""Deeds on comments: ask or remark, answer, settle. They change no text and hold up nobody who writes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions.parts import day_of
from konak.acts.facts import CommentAnswered, CommentMade, CommentSettled
from konak.acts.flow import ACT
from konak.acts.law import provisions
from konak.acts.models import Act, Comment
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import Words
from konak.kernel.journal import Actor, Ref, announce, deed, hold


@deed(keyed=True)
def comment(
    actor: Actor, act: Act, place: str, *, text: str, at: datetime, key: str | None = None
) -> Comment:
    """Ask or remark something on a provision of a draft."""
    trees = [queries.tree(one) for one in queries.texts(act).values()]
    there = any(provisions.box_at(tree, place) for tree in trees)
    gone = Reason(_("This provision is no longer in the draft."))
    allow(_may(actor, act, at), _said(text), None if there else gone)
    row = Comment(act=act, place=place, text=text.strip(), by_id=actor.person, at=at)
    row.save(force_insert=True)
    fact = CommentMade(subject=Ref.of(act), comment=row.pk, words=_words(actor, place))
    announce(actor, fact, at=at)
    return row


@deed(keyed=True)
def answer(actor: Actor, asked: Comment, *, text: str, at: datetime, key: str | None = None) -> Comment:
    """Answer a comment that is still open."""
    asked = hold(Comment.objects.select_related("act"), asked.pk)
    allow(_may(actor, asked.act, at), _said(text), _still(asked))
    row = Comment(act=asked.act, under=asked, place=asked.place, text=text.strip(), by_id=actor.person, at=at)
    row.save(force_insert=True)
    fact = CommentAnswered(subject=Ref.of(asked.act), comment=row.pk, words=_words(actor, asked.place))
    announce(actor, fact, at=at)
    return row


@deed
def settle_comment(actor: Actor, asked: Comment, *, at: datetime) -> Comment:
    """What was asked is settled; it stays readable with its answers."""
    asked = hold(Comment.objects.select_related("act"), asked.pk)
    allow(_may(actor, asked.act, at), _still(asked))
    asked.settled_by_id, asked.settled_at = actor.person, at
    asked.save()
    fact = CommentSettled(subject=Ref.of(asked.act), comment=asked.pk, words=_words(actor, asked.place))
    announce(actor, fact, at=at)
    return asked


def carry(act: Act, now: Mapping[str, str]) -> None:
    """Comments go with their provisions: {place before: place now}."""
    for row in Comment.objects.select_for_update().filter(act=act, place__in=now):
        if row.place != now[row.place]:
            row.place = now[row.place]
            row.save(update_fields=["place"])


def _may(actor: Actor, act: Act, at: datetime) -> Sequence[Reason]:
    return ACT.check(actor, act, "comment", day_of(at))


def _said(text: str) -> Reason | None:
    if not text.strip():
        return Reason(_("Write what you ask or remark."), field="text")
    return Reason(_("That is too long for a comment."), field="text") if len(text) > 10_000 else None


def _still(asked: Comment) -> Reason | None:
    if asked.under_id:
        return Reason(_("This is itself an answer."), way_out=_("Answer the comment above it."))
    return Reason(_("The comment is settled already.")) if asked.settled_at else None


def _words(actor: Actor, place: str) -> dict[str, str | Words]:
    return {"who": actor.name, "where": {lang: lex.cite(place, lang) for lang in ("mk", "sq", "en")}}
