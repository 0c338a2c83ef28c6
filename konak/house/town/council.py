"""Acts of the town's season: drafted, opined, proposed, and after the vote fixed, signed, promulgated."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from konak import lex
from konak.acts import office as acts
from konak.kernel import files
from konak.kernel.i18n import day_digits

from .days import Days
from .founding import Town
from .printing import publish
from .scans import signed_scan
from .sittings import SESSIONS, Sitting, prepare_next

TEXTS = Path(lex.__file__).parent / "cases"
OWN = Path(__file__).parent / "texts"
LANGUAGES = ("mk", "sq")
WRITTEN_FOR = "24.09.2026"  # the session's day as the texts have it

AMENDS = {"nadomestok-sali-izmena": "nadomestok-sali"}
UNASKED = ("chlenovi-na-komisija", *AMENDS)
NEVER = -30
ANSWERS = {
    "mk": "Известување: по Вашето барање Советот донесе акт, објавен во „Службен гласник“",
    "sq": "Njoftim: sipas kërkesës suaj Këshilli miratoi akt, të shpallur në Gazetën zyrtare",
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
        self.opinions: dict[str, acts.Opinion] = {}
        self.sessions = [Sitting(town, days, self, **row) for row in SESSIONS]

    def plan(self) -> None:
        """Plan the sessions, and the acts that no letter asks for."""
        for sitting in self.sessions:
            sitting.plan()
        self.days.plan(self.days.last, partial(prepare_next, self.town, self.days))
        for name in UNASKED:
            day = self.days.before_end(self.letter_before(name))
            self.days.plan(day, partial(self.draft, name))

    def letter_before(self, name: str) -> int:
        """How many days before the end the letter about an act comes: three weeks before its session."""
        found = next((sitting.before for sitting in self.sessions if name in sitting.names), NEVER)
        return max(4, found + 21)

    def begin(self, name: str, letter: Any) -> None:
        """A letter asked for an act: the legal officer drafts it, both languages are written."""
        self.letters[name] = letter
        arrived = letter.letter.received_on
        self.days.plan(arrived + timedelta(days=3), partial(self.draft, name))

    def draft(self, name: str, day: date) -> None:
        lawyer, at = self.town.actor("lawyer", day), self.days.at
        trees = {lang: text_of(name, lang) for lang in LANGUAGES}
        letter = self.letters.get(name)
        act = acts.draft_from(
            lawyer,
            letter.case if letter else None,
            kind=KINDS.get(name, "decision"),
            body="council",
            title={lang: tree.title for lang, tree in trees.items()},
            amends=acts.Act.objects.get(pk=self.acts[AMENDS[name]].pk) if name in AMENDS else None,
            at=at(day),
        )
        self.acts[name] = act
        acts.write_text(lawyer, act, "mk", text=lex.write(trees["mk"]), version=0, at=at(day))
        self.opinions[name] = acts.ask_opinion(lawyer, act, at=at(day))
        self.days.plan(day + timedelta(days=2), partial(self._translate, name, trees["sq"]))

    def _translate(self, name: str, tree: lex.Act, day: date) -> None:
        translator = self.town.actor("translator", day)
        acts.write_text(
            translator, self.acts[name], "sq", text=lex.write(tree), version=0, at=self.days.at(day)
        )
        if any(name in sitting.names for sitting in self.sessions):
            self.days.plan(day + timedelta(days=2), partial(self._propose, name))

    def _propose(self, name: str, day: date) -> None:
        act, at = self.acts[name], self.days.at
        lawyer = self.town.actor("lawyer.sq", day)
        opinion = self.opinions[name]
        acts.give_opinion(
            lawyer,
            opinion,
            verdict="agrees",
            text="Нацртот е во согласност со законот и со Статутот.",
            checks={row["code"]: acts.Check("yes") for row in acts.questions(opinion, day)},
            at=at(day),
        )
        acts.propose(self.town.actor("lawyer", day), act, at=at(day))

    def fix(self, name: str, day: date) -> None:
        """The text as it was voted is certified, with the day of its session in it."""
        act = acts.Act.objects.get(pk=self.acts[name].pk)
        assert act.adopted_on is not None
        texts = {
            lang: lex.write(text_of(name, lang)).replace(WRITTEN_FOR, day_digits(act.adopted_on))
            for lang in LANGUAGES
        }
        acts.fix_text(self.town.actor("lawyer", day), act, texts=texts, at=self.days.at(day, 15))

    def sign(self, name: str, day: date) -> None:
        """The president signs by hand; a named clerk certifies the scan."""
        at = self.days.at(day)
        act = acts.Act.objects.get(pk=self.acts[name].pk)
        scan = files.store(signed_scan(act, at), name="original.pdf", ours=True)
        acts.sign_on_paper(
            self.town.actor("session", day), act, scan=scan, signed_on=day, fixed_hash=act.fixed_hash, at=at
        )

    def promulgate(self, name: str, day: date) -> None:
        act = acts.Act.objects.get(pk=self.acts[name].pk)
        acts.promulgate(self.town.actor("mayor", day), act, at=self.days.at(day))

    def publish(self, names: list[str], day: date) -> None:
        """One issue of the gazette with these acts; who asked for them is answered."""
        publish(self.town.actor("editor", day), [self.acts[name] for name in names], day, self.days)
        for name in names:
            if letter := self.letters.get(name):
                reply = ANSWERS[letter.letter.language]
                self.days.plan(
                    day + timedelta(days=2),
                    partial(letter.is_answered, reply=reply),
                )


def text_of(name: str, lang: str) -> lex.Act:
    """The text of an act without its closing block, which comes with the fixed text."""
    text = ((OWN if name in AMENDS else TEXTS) / f"{name}.{lang}.txt").read_text("utf-8")
    return replace(lex.read(text, lang), closing=None)
