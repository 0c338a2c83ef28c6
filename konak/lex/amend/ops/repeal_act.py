"""A whole act goes."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying
from konak.lex.amend.operation import Operation, Unsayable
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
        if (
            (self.from_ and self.effect)
            or self.from_ not in ("", "publication")
            or self.effect not in ("", "from_start")
        ):
            raise Unsayable(f"from {self.from_}, effect {self.effect}")
        act = self.act or ("Одлуката" if lang == "mk" else "Vendimi")
        if lang == "mk":
            does = "се укинува" if self.from_ else "се поништува" if self.effect else "престанува да важи"
        else:
            does = "abrogohet" if self.from_ else "anulohet" if self.effect else "shfuqizohet"
        return saying.sentence(f"{does} {act}")
