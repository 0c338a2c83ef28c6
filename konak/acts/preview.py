"""The text of the act in force as it will stand if a draft that amends it is adopted. Reads only."""

from dataclasses import dataclass, replace
from functools import cached_property

from konak import lex
from konak.acts import consolidation, queries
from konak.acts.consolidation import Open
from konak.acts.law import changes as law
from konak.acts.models import Act, Text
from konak.acts.shown import Differing, differing
from konak.lex.amend import Applied, apply


@dataclass(frozen=True)
class Preview:
    """One language: `text` is the version of the draft that was tried, None where only changes are gathered; `left`
    are its sentences that are not in the new text."""

    lang: str
    text: Text | None
    old: lex.Act
    applied: Applied
    left: list[Open]

    @property
    def new(self) -> lex.Act:
        """Without the closing block: it signs the text in force."""
        return replace(self.applied.act, closing=None)

    @cached_property
    def changes(self) -> list[Differing]:
        return differing(self.old, self.applied.act)


def previews(act: Act) -> dict[str, Preview]:
    """What the newest text of the draft makes of the act it amends, language by language; what is gathered where
    no text is written yet. Empty for what amends no act, and for what is published: that has versions."""
    if act.amends is None or act.state == "published":
        return {}
    texts = queries.texts(act)
    base = consolidation.latest(act.amends)
    if not texts:
        return {lang: _gathered(act, lang, old) for lang, old in base.items()} if act.changes else {}
    found = {}
    for lang, text in texts.items():
        if lang in base:
            left, applied = consolidation.tried(queries.tree(text), base[lang])
            found[lang] = Preview(lang, text, base[lang], applied, left)
    return found


def _gathered(act: Act, lang: str, old: lex.Act) -> Preview:
    items = act.changes
    applied = apply(old, law.operations(items, lang), annexes=law.annexes(items, lang))
    said = [law.sentence(one, lang) for one in items if "op" in one[lang]]
    left = [Open(lang, one.place, said[one.place], dict(one.words)) for one in applied.refused]
    return Preview(lang, None, old, applied, left)


def unwritten(act: Act, texts: dict[str, Text]) -> bool:
    """True when changes are gathered that the newest text does not say."""
    return bool(act.changes) and any(
        not law.reads_back(act.changes, lang, lex.write(queries.tree(text))) for lang, text in texts.items()
    )
