"""The council's matters: drafted, opined, proposed, voted, fixed, signed, promulgated, published."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from konak import lex
from konak.acts import office as acts
from konak.registry import office as registry

from .days import Days
from .founding import Town

TEXTS = Path(lex.__file__).parent / "cases"
LANGUAGES = ("mk", "sq")
WRITTEN_FOR = "24.09.2026"  # the session's day as the texts have it

# each session: its day before the end, and the acts that stand on its agenda with their votes
FIRST, SECOND, COMING = 58, 25, -9
AGENDAS = {
    FIRST: ["nadomestok-sali", "chlenovi-na-komisija"],
    SECOND: ["komunalen-red", "statut-mesna-zaednica"],
    COMING: ["urbana-oprema"],
}
KINDS = {
    "chlenovi-na-komisija": "ruling",
    "statut-mesna-zaednica": "statute",
    "znachajni-nastani": "programme",
}


class Council:
    """The road of each act of the town's season."""

    def __init__(self, town: Town, days: Days) -> None:
        self.town, self.days = town, days
        self.acts: dict[str, Any] = {}
        self.letters: dict[str, Any] = {}

    def plan(self) -> None:
        """Plan the sessions and the acts that no letter asked for."""

    def letter_before(self, name: str) -> int:
        """How many days before the end the letter about an act comes: three weeks before its session."""
        return max(2, self._session_of(name) + 21)

    def _session_of(self, name: str) -> int:
        return next((before for before, names in AGENDAS.items() if name in names), -30)

    def begin(self, name: str, letter: Any) -> None:
        """A letter asked for an act: the legal officer drafts it, both languages are written."""
        self.letters[name] = letter
        arrived = letter.letter.received_on
        self.days.plan(arrived + timedelta(days=3), lambda day: self.draft(name, day))

    def draft(self, name: str, day: date) -> None:
        lawyer, at = self.town.actor("lawyer", day), self.days.at
        trees = {lang: text_of(name, lang) for lang in LANGUAGES}
        letter = self.letters.get(name)
        case = letter.case if letter else self._own_case(trees["mk"].title, day)
        act = acts.draft_from(
            lawyer,
            case,
            kind=KINDS.get(name, "decision"),
            body="council",
            title={lang: tree.title for lang, tree in trees.items()},
            at=at(day),
        )
        self.acts[name] = act
        acts.write_text(lawyer, act, "mk", text=lex.write(trees["mk"]), version=0, at=at(day))
        acts.ask_opinion(lawyer, act, due=self.days.working(day + timedelta(days=5)), at=at(day))
        self.days.plan(day + timedelta(days=2), lambda day: self._translate(name, trees["sq"], day))

    def _own_case(self, title: str, day: date) -> Any:
        clerk = self.town.actor("session", day)
        return registry.open_case(
            clerk,
            at=self.days.at(day),
            title=title,
            language="mk",
            mark="0201",
            unit=self.town.units["council-support"],
        )

    def _translate(self, name: str, tree: lex.Act, day: date) -> None:
        translator = self.town.actor("translator", day)
        acts.write_text(
            translator, self.acts[name], "sq", text=lex.write(tree), version=0, at=self.days.at(day)
        )
        if name in AGENDAS.get(-30, []) or self._session_of(name) == -30:
            return
        self.days.plan(day + timedelta(days=2), lambda day: self._propose(name, day))

    def _propose(self, name: str, day: date) -> None:
        act, at = self.acts[name], self.days.at
        lawyer = self.town.actor("lawyer.sq", day)
        acts.give_opinion(
            lawyer,
            act,
            verdict="agrees",
            text="Нацртот е во согласност со законот и со Статутот.",
            at=at(day),
        )
        acts.propose(self.town.actor("lawyer", day), act, at=at(day))


def text_of(name: str, lang: str) -> lex.Act:
    """The text of an act without its closing block, which comes with the fixed text."""
    text = (TEXTS / f"{name}.{lang}.txt").read_text("utf-8")
    return replace(lex.read(text, lang), closing=None)
