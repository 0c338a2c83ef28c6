"""What comes out of a file: lines of text, the language they seem to be in, and notes on how they came about."""

from dataclasses import dataclass

from konak.lex.documents import told
from konak.lex.tree import Unreadable


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was decoded, left out or could not be told; `code` is a key of `told.NOTES`."""

    code: str
    count: int = 1

    @property
    def words(self) -> dict[str, str]:
        """The note as a sentence in each language."""
        return {lang: text.format(self.count) for lang, text in told.NOTES[self.code].items()}


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file. `kind` is txt, docx, odt or pdf; `lang` is `mk` or `sq`."""

    lines: tuple[str, ...]
    lang: str
    kind: str
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n" if self.lines else ""


class NotText(Unreadable):
    """A file that gives no text. `code` is a key of `told.REFUSALS`, `words` the reason and the way out."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.words = told.REFUSALS[code]
        super().__init__(self.words["en"])


def guess(text: str) -> str:
    """`mk` where Cyrillic letters prevail at the beginning, else `sq`."""
    start = text[:20_000]
    cyrillic = sum("\u0400" <= sign <= "\u04ff" for sign in start)
    return "mk" if cyrillic * 2 >= sum(map(str.isalpha, start)) else "sq"
