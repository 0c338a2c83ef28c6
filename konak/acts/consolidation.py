"""The text of an act through time: its base, what amends it, and the versions kept of it. Reads only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from konak import lex
from konak.acts import queries
from konak.acts.law import amending, changes, wording
from konak.acts.law.amending import Said
from konak.acts.models import Act, Amendment, Consolidated, Text
from konak.kernel.i18n import Words, pick
from konak.kernel.norms import on as on_day
from konak.lex import akn, timeline
from konak.lex.amend import Applied, Operation, Refusal, apply
from konak.lex.tree import Source


@dataclass(frozen=True)
class Open:
    """A sentence of an amendment that is not in the consolidated text, and why, in every language."""

    lang: str
    place: int
    text: str
    why: Words


@dataclass(frozen=True)
class Version:
    """The text of an act from `day` to the day before `until`, in one language; without `row` the original.

    `acts` are those that made it, `history` they and all before, `unsettled` how many of their sentences are not in it.
    """

    day: date
    until: date | None
    original: str
    sha256: str
    acts: tuple[Act, ...] = ()
    unsettled: int = 0
    repealed: bool = False
    row: Consolidated | None = None
    history: tuple[Act, ...] = ()

    @property
    def last(self) -> date | None:
        """The last day on which it is the text."""
        return self.until - timedelta(days=1) if self.until else None

    @property
    def xml(self) -> str:
        """Its Akoma Ntoso; of a consolidated text read when it is asked for."""
        return self.row.xml if self.row else self.original

    @property
    def tree(self) -> lex.Act:
        return akn.read(self.xml)


def amending_acts(base: Act) -> list[Act]:
    """The published acts that amend this one, in the order of adoption."""
    rows = Act.objects.filter(amends=base, state="published")
    return list(rows.order_by("adopted_on", "id"))


def source(act: Act, lang: str) -> Source:
    """How a provision names the act that changed it."""
    title, label = pick(act.title, lang)[0], pick(act.gazette, lang)[0] if act.gazette else ""
    return Source(act=f"{title} ({act.number})", gazette=label, day=act.in_force_on)


def sentences(amendment: Amendment) -> list[Said]:
    """The sentences as they count: what was settled by hand stands for what was read."""
    settled = {one.place: one for one in amendment.settlements.all()}
    return [
        replace(found, operations=tuple(settled[place].operations), unread="") if place in settled else found
        for place, found in enumerate(map(Said.of, amendment.sentences))
    ]


@dataclass(frozen=True)
class Made:
    """What base and amendments give in one language."""

    versions: tuple[timeline.Version, ...]
    acts: tuple[tuple[timeline.Amendment, Act], ...]
    open: dict[int, list[Open]]  # by amending act

    def by(self, version: timeline.Version) -> list[Act]:
        return [act for one, act in self.acts if any(one is other for other in version.amendments)]

    def unsettled(self, day: date) -> int:
        return sum(
            len(self.open.get(act.pk, ()))
            for _, act in self.acts
            if act.in_force_on and act.in_force_on <= day
        )


def made(base: Act, text: Text, acts: Sequence[Act]) -> Made:
    """Every version of the text in the order of force. An act without a text in this language changes nothing
    here, and says so as an open sentence."""
    lang, wordings, steps, given = text.lang, {}, [], {}
    rows = Amendment.objects.filter(act__in=acts, lang=lang).prefetch_related("settlements")
    for row in rows:
        given[row.act_id] = sentences(row)
    own = {t.act_id: t for t in Text.objects.filter(act__in=acts, lang=lang, stage="fixed")}
    for act in acts:
        assert act.in_force_on is not None
        wordings[act.pk] = [one.parsed for one in given.get(act.pk, ())]
        operations = tuple(op for several in wordings[act.pk] for op in several)
        annexes = queries.tree(own[act.pk]) if act.pk in own else None
        steps.append(
            timeline.Amendment(operations, act.in_force_on, source(act, lang), act.published_on, annexes)
        )
    assert base.in_force_on is not None
    versions = timeline.Work(queries.tree(text), base.in_force_on, tuple(steps)).versions()
    refused = [one for version in versions for one in version.refused]
    found = {act.pk: _open(lang, given.get(act.pk), wordings[act.pk], refused) for act in acts}
    return Made(versions, tuple(zip(steps, acts, strict=True)), found)


def _open(
    lang: str, given: Sequence[Said] | None, operations: list[list[Operation]], refused: Sequence[Refusal]
) -> list[Open]:
    if given is None:
        return [Open(lang, -1, "", NO_TEXT)]
    found = []
    for place, (one, parsed) in enumerate(zip(given, operations, strict=True)):
        why = next((r for r in refused if any(r.operation is op for op in parsed)), None)
        if one.unread or why:
            words = amending.reason(one.unread) if one.unread else dict(why.words) if why else {}
            found.append(Open(lang, place, one.text, words))
    return found


def open_sentences(act: Act) -> list[Open]:
    """What of a published amending act is not in the consolidated text and waits to be settled."""
    if act.amends is None or act.state != "published":
        return []
    acts = amending_acts(act.amends)
    return [
        one
        for text in queries.fixed_texts(act.amends).values()
        for one in made(act.amends, text, acts).open[act.pk]
    ]


def foreseen(act: Act) -> list[Open]:
    """What of an amending act that is not published yet would not be carried into the text it amends, tried on
    the newest version of the base."""
    if act.amends is None or act.state == "published":
        return []
    base, found = latest(act.amends), []
    for lang, text in queries.texts(act).items():
        if lang not in base:
            continue
        found += tried(queries.tree(text), base[lang])[0]
    return found


def tried(tree: lex.Act, base: lex.Act) -> tuple[list[Open], Applied]:
    """The sentences of an amending text put into the base: what stays open, and what comes of the others."""
    given = amending.told(tree)
    operations = [one.parsed for one in given]
    applied = apply(base, [op for several in operations for op in several], annexes=tree)
    return _open(tree.lang, given, operations, applied.refused), applied


def warned(act: Act) -> list[Open]:
    """What of an amending act would not be, or is not, in the consolidated text."""
    if act.amends_id is None:
        return []
    return open_sentences(act) if act.state == "published" else foreseen(act)


def latest(base: Act) -> dict[str, lex.Act]:
    """The newest text of a published act in each language, in force already or not."""
    return {lang: rows[-1].tree for lang, rows in versions(base).items()}


def base_of(act: Act, day: date) -> changes.Base:
    """A published act as a draft amends it: its newest text, with everything that amended it so far."""
    kind, trees = queries.kinds(day)[act.kind], latest(act)
    bare = {lang: wording.own_title(tree, act.title, kind) for lang, tree in trees.items()}
    issues = changes.issues_of([act.gazette, *(other.gazette for other in amending_acts(act))])
    return changes.Base(trees, kind, bare, issues, on_day(day)["acts.town"].value)


def versions(base: Act, texts: Mapping[str, Text] | None = None) -> dict[str, list[Version]]:
    """Every version of a published act in each language, oldest first. Two queries, three without `texts`, and
    one for each consolidated text that is read."""
    texts = queries.fixed_texts(base) if texts is None else texts
    acts = amending_acts(base)
    kept: dict[tuple[str, date], Consolidated] = {}
    for row in Consolidated.objects.filter(act=base).defer("xml").order_by("number"):
        kept[row.lang, row.day] = row
    assert base.in_force_on is not None
    found = {}
    for lang, text in texts.items():
        rows = [Version(base.in_force_on, None, text.xml, text.sha256)]
        for (tongue, _), row in sorted(kept.items(), key=lambda one: one[0]):
            if tongue != lang:
                continue
            if row.day == base.in_force_on:
                rows.clear()
            elif rows:
                rows[-1] = replace(rows[-1], until=row.day)
            before = rows[-1].history if rows else ()
            by = tuple(act for act in acts if act.in_force_on == row.day) or tuple(
                act for act in acts if act.pk == row.by_act_id
            )
            rows.append(
                Version(row.day, None, "", row.sha256, by, row.unsettled, row.repealed, row, (*before, *by))
            )
        found[lang] = rows
    return found


def on(rows: Sequence[Version], day: date) -> Version | None:
    """The version of a day; None before the act was in force."""
    return next((one for one in reversed(rows) if one.day <= day), None)


NO_TEXT = {
    "mk": "Актот што изменува не е објавен на овој јазик.",
    "sq": "Akti që ndryshon nuk është shpallur në këtë gjuhë.",
    "en": "The amending act is not published in this language.",
}
