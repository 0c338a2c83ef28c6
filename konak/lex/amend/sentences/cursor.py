"""A place in the symbols of one sentence; every look forward is counted, so that no sentence takes long."""

from collections.abc import Callable
from typing import TypeVar

from konak.lex.amend.sentences.lexicon import Symbol
from konak.lex.amend.sentences.reasons import Reason, Unread
from konak.lex.amend.sentences.tokens import Token

_T = TypeVar("_T")
MOST = 6_000  # symbols of one sentence
_END = Symbol("end", None, -1, -1, Token("end", "", "", 0, 0))


class Cursor:
    """Reads symbols from left to right. `text` is what they were read from, `items` whether the act has items
    („точка 2“ as its first level) instead of articles."""

    def __init__(self, found: list[Symbol], given: list[Token], text: str, lang: str) -> None:
        if len(found) > MOST:
            raise Unread("too_long")
        self.found, self.given, self.text, self.lang = found, given, text, lang
        self.items = False
        self.at = 0
        self.steps = 0
        self.limit = 2_000 + 200 * len(found)

    def peek(self, ahead: int = 0) -> Symbol:
        """The symbol `ahead` of here; one named `end` after the last."""
        self.steps += 1
        if self.steps > self.limit:
            raise Unread("too_long")
        place = self.at + ahead
        return self.found[place] if 0 <= place < len(self.found) else _END

    def sees(self, *names: str) -> bool:
        """Whether symbols of these names follow, in this order."""
        return all(self.peek(place).name == name for place, name in enumerate(names))

    def take(self, *names: str) -> Symbol | None:
        """The next symbol where it has one of these names."""
        one = self.peek()
        if one.name in names:
            self.at += 1
            return one
        return None

    def unit(self, ahead: int = 0) -> str:
        """The step of a unit's word `ahead`, else empty."""
        one = self.peek(ahead)
        return str(one.value) if one.name == "unit" else ""

    def attempt(self, reading: Callable[[], _T | None]) -> _T | None:
        """What `reading` gives; where that is None the place is as before."""
        place = self.at
        result = reading()
        if result is None:
            self.at = place
        return result

    def need(self, reason: Reason, *names: str) -> Symbol:
        """The next symbol, which must have one of these names."""
        found = self.take(*names)
        if found is None:
            raise Unread(reason)
        return found

    def skip(self, *names: str) -> None:
        """Pass any number of symbols of these names."""
        while self.take(*names):
            pass

    def printed(self, first: int, last: int) -> str:
        """The source from symbol `first` to `last` (one past), its white space as single spaces."""
        if first >= last:
            return ""
        begin, end = self.found[first].token.start, self.given[self.found[last - 1].last - 1].end
        return " ".join(self.text[begin:end].split())

    def quoted(self, symbol: Symbol) -> str:
        """The words of a quotation, its white space as single spaces."""
        return " ".join(self.text[symbol.token.inner : symbol.token.until].split())

    def has(self, *names: str) -> bool:
        """Whether the sentence holds such a symbol anywhere."""
        return any(one.name in names for one in self.found)

    def over(self) -> bool:
        """Whether nothing but a final stop follows, which is then passed."""
        start = self.at
        self.skip("stop", "semi")
        if self.sees("end"):
            return True
        self.at = start
        return False

    def mark(self) -> bool:
        """Pass the mark of a list's entry or of an own paragraph: a dash, „1.“, „а)“, „(1)“."""
        if self.take("dash", "mark"):
            return True
        one = self.peek()
        if self.sees("open", "num", "close") and one.token.opens:
            self.at += 3
            return True
        short = one.name == "num" or (one.name in ("word", "but", "and") and len(one.token.text) == 1)
        if short and one.token.opens and self.peek(1).name in ("close", "stop"):
            self.at += 2
            return True
        return False
