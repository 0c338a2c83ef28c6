"""Deeds on a draft one provision at a time: its words, and its place among the others."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ParamSpec, TypeVar

from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions import drafting
from konak.acts.actions.commenting import carry
from konak.acts.actions.parts import day_of
from konak.acts.flow import ACT
from konak.acts.law import provisions as law
from konak.acts.models import Act, Text
from konak.kernel.errors import Reason, Refused, allow
from konak.kernel.errors import Text as Said
from konak.kernel.journal import Actor, deed, hold

P = ParamSpec("P")
T = TypeVar("T")
Typed = Mapping[str, tuple[str, str]]
WHY: dict[str, tuple[Said, Said]] = {
    "reads_apart": (
        _("With this the text would no longer be read as the same provisions."),
        _("One box holds one provision: add a provision for the next one."),
    ),
    "no_line": (_("The provision has no such paragraph to split at."), _("Write 2 or more.")),
    "no_next": (_("There is no provision there to do this with."), ""),
    "no_number": (_("No free number is left there."), _("Renew the numbers first.")),
    "not_there": (
        _("This provision is no longer in the draft."),
        _("Look at the newest version of the draft."),
    ),
}


@deed
def write_provision(
    actor: Actor, act: Act, place: str, *, typed: Typed, versions: Mapping[str, int], at: datetime
) -> dict[str, Text]:
    """Other words in one provision: {language: (heading, lines)}. `versions` are the ones the clerk had before
    him; what others wrote since in other provisions stays, the same provision changed twice is refused."""
    act = hold(Act.objects.all(), act.pk)
    latest = queries.texts(act)
    seen = {lang: versions.get(lang, 0) for lang in typed}
    allow(
        ACT.check(actor, act, "write", day_of(at)),
        [drafting.changed_meanwhile(text) for text, _box in touched(act, place, latest, seen)],
    )
    trees = {
        lang: _done(lang, law.written, queries.tree(latest[lang]), place, heading, lines)
        for lang, (heading, lines) in typed.items()
        if lang in latest
    }
    act.save()
    return _kept(actor, act, latest, trees, at)


@deed
def shape(
    actor: Actor, act: Act, place: str, *, how: str, versions: Mapping[str, int], line: int = 0, at: datetime
) -> tuple[str, list[tuple[str, law.Repair]]]:
    """Change the list of provisions in every language at once: `before after remove split merge up down
    renumber`. Gives the place to look at next and, for new numbers, what became of the references."""
    act = hold(Act.objects.all(), act.pk)
    latest = queries.texts(act)
    allow(
        ACT.check(actor, act, "write", day_of(at)),
        [
            drafting.changed_meanwhile(text)
            for lang, text in latest.items()
            if text.number != versions.get(lang, 0)
        ],
    )
    old = {lang: queries.tree(text) for lang, text in latest.items()}
    next_place, trees, repairs = place, dict[str, lex.Act](), list[tuple[str, law.Repair]]()
    for lang, tree in old.items():
        if how == "renumber":
            trees[lang], found = _done(lang, law.renumbered, tree, own=not act.amends_id)
            repairs += [(lang, one) for one in found]
        elif how in ("before", "after"):
            trees[lang], next_place = _done(lang, law.added, tree, place, after=how == "after")
        elif how == "split":
            trees[lang] = _done(lang, law.split, tree, place, line)
        elif how in ("up", "down"):
            trees[lang] = _done(lang, law.moved, tree, place, -1 if how == "up" else 1)
        else:
            trees[lang] = _done(lang, {"merge": law.merged, "remove": law.removed}[how], tree, place)
    act.save()
    for lang in [*trees][:1]:  # the leading language numbers for all
        carry(act, law.carried(old[lang], trees[lang], how, place))
    _kept(actor, act, latest, trees, at)
    return next_place, repairs


def touched(
    act: Act, place: str, latest: Mapping[str, Text], versions: Mapping[str, int]
) -> list[tuple[Text, law.Box | None]]:
    """Texts in which somebody changed this very provision since it was opened, with the box as it is now."""
    found = []
    for lang, seen in versions.items():
        text = latest.get(lang)
        if text is None or text.number == seen:
            continue
        before = Text.objects.filter(act=act, lang=lang, number=seen).first()
        old = law.box_at(queries.tree(before), place) if before else None
        new = law.box_at(queries.tree(text), place)
        if old is None or new is None or old.unit != new.unit:
            found.append((text, new))
    return found


def _done(lang: str, function: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    try:
        return function(*args, **named)
    except law.Unfit as fault:
        text, way_out = WHY[fault.code]
        raise Refused(Reason(text, way_out=way_out, field=f"text_{lang}")) from fault


def _kept(
    actor: Actor, act: Act, latest: Mapping[str, Text], trees: Mapping[str, lex.Act], at: datetime
) -> dict[str, Text]:
    versions = {lang: latest[lang].number for lang in trees}
    texts = {lang: lex.write(tree) for lang, tree in trees.items()}
    return drafting.write_texts(actor, act, texts=texts, versions=versions, at=at)
