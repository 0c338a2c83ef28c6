"""A whole act goes."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import Refused
from konak.lex.amend.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealAct(Operation):
    """`act` is the act's name as printed, with its gazettes; empty where the amended act itself is meant.
    `from_` is `publication` where a court quashed it, `effect` `from_start` where it annulled it."""

    op: ClassVar[str] = "repeal_act"

    act: str = ""
    from_: str = ""
    effect: str = ""

    def change(self, text: Text) -> None:
        """Nothing of the act stays in force; another act (`act`) is not in this text."""
        if self.target != "act":
            raise Refused("bad_address", self.target, plain=True)
        if self.act and not text.is_own(self.act):
            return
        for root in text.roots():
            for node in list(root.children):
                text.remove(node)
        text.repealed = True

    def said(self, lang: str) -> str:
        act = self.act or ("Одлуката" if lang == "mk" else "Vendimi")
        return saying.sentence(f"{saying.ends(self.from_, self.effect, lang)} {act}")
