"""From when the amended text is applied, where that is later than its force."""

from dataclasses import dataclass
from datetime import date as day
from typing import ClassVar

from konak.lex.amend import saying
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import target
from konak.lex.amend.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliesFrom(Operation):
    """`date` is ISO; `target` what is applied from then, `act` for all; `except_` addresses that are not."""

    op: ClassVar[str] = "applies_from"

    date: str
    except_: tuple[str, ...] = ()

    def change(self, text: Text) -> None:
        """The words stay as they are: a timeline reads from this when they are applied."""
        try:
            day.fromisoformat(self.date)
        except ValueError:
            raise Refused("incomplete", "date", plain=True) from None
        for address in (self.target, *self.except_):
            target(text, address)

    def said(self, lang: str) -> str:
        steps = saying.steps_of(self.target)
        whole = "Оваа одлука" if lang == "mk" else "Ky vendim"
        told = whole if steps[0].name == "act" else saying.chain(steps, lang)
        left = saying.except_for(self.except_, lang, inside=False).rstrip(",")
        if lang == "mk":
            return saying.sentence(f"{told} ќе се применува од {saying.day(self.date, lang)}{left}")
        return saying.sentence(f"{told} do të zbatohet nga {saying.day(self.date, lang)}{left}")
