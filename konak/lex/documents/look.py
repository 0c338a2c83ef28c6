"""How a run of text looks, as far as that changes its words."""

from collections import Counter
from typing import NamedTuple

from konak.lex.documents import legacy


class Look(NamedTuple):
    """The font by name, whether it is hidden, whether it is set in capitals; None where nothing is said."""

    font: str | None = None
    hidden: bool | None = None
    capitals: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This look laid over another."""
        return Look(
            below.font if self.font is None else self.font,
            below.hidden if self.hidden is None else self.hidden,
            below.capitals if self.capitals is None else self.capitals,
        )

    @property
    def old(self) -> bool:
        """Whether Latin codes are drawn as Cyrillic letters."""
        return self.font is not None and legacy.is_legacy(self.font)

    def print(self, text: str, notes: Counter[str]) -> str:
        """The text as it is printed; what was decoded is counted."""
        if self.old:
            decoded = legacy.decode(text)
            notes["legacy_font"] += decoded != text
            text = decoded
        return text.upper() if self.capitals else text


PLAIN = Look()
