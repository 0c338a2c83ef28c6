"""Other open drafts that amend the same act, and where two of them touch the same words or unit. Reads only."""

from dataclasses import dataclass

from konak import lex
from konak.acts import consolidation, queries
from konak.acts.law import amending
from konak.acts.law import changes as law
from konak.acts.models import Act
from konak.kernel.i18n import Words
from konak.kernel.journal import Actor
from konak.lex.amend import Operation, conflicts

OPEN = ("draft", "proposed", "adopted", "fixed", "signed", "promulgated", "withheld")


@dataclass(frozen=True)
class Rival:
    """Another act on the way that amends the same text; `clashes` are the sentences that say where both touch it."""

    act: Act
    clashes: list[Words]


def rivals(actor: Actor, act: Act) -> list[Rival]:
    """Those the actor sees, oldest first; nothing for what amends no act or is not on the way any more."""
    if act.amends is None or act.state not in OPEN:
        return []
    rows = queries.visible(actor).filter(amends=act.amends_id, state__in=OPEN).exclude(pk=act.pk)
    others = list(rows.select_related("case").order_by("id"))
    if not others:
        return []
    base = consolidation.latest(act.amends)
    mine = _operations(act, base)
    return [Rival(other, _clashes(base, mine, _operations(other, base))) for other in others]


def _operations(act: Act, base: dict[str, lex.Act]) -> dict[str, list[Operation]]:
    """What an act does in each language: its newest text and, in a draft, what is gathered and not written yet."""
    found = {}
    texts = queries.texts(act)
    for lang in base:
        said = amending.told(queries.tree(texts[lang])) if lang in texts else []
        operations = [op for one in said for op in one.parsed]
        gathered = law.operations(act.changes, lang) if act.state == "draft" else []
        known = [_bare(op) for op in operations]
        found[lang] = operations + [op for op in gathered if _bare(op) not in known]
    return found


def _bare(one: Operation) -> dict[str, object]:
    """The operation without the name of the act, which a first sentence bears."""
    return {key: value for key, value in one.data().items() if key != "act"}


def _clashes(
    base: dict[str, lex.Act],
    mine: dict[str, list[Operation]],
    theirs: dict[str, list[Operation]],
) -> list[Words]:
    """By the first language in which they clash: the others say the same of the same places."""
    for lang, tree in base.items():
        if found := conflicts(tree, mine[lang], theirs[lang]):
            sentences = {str(one.words): dict(one.words) for one in found}
            return list(sentences.values())
    return []
