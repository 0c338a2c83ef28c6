"""The words of a text outside its quotations, and the quotations as single tokens among them.

Words are folded for comparison: lower case, look-alike letters of the other alphabet turned (`Bo` typed in
Latin is `во`), Albanian `ë` and `ç` as `e` and `c`, a word divided at the end of a line joined.
"""

import re
from typing import NamedTuple

from konak.lex import letters, quotes

_LETTER = r"[^\W\d_]"
_DASH = "-‐‑‒–—−"
_SUFFIX = r"(?:dh|gj|ll|nj|rr|sh|th|xh|zh|[^\W\d_])(?![^\W_])"
_TOKEN = re.compile(
    rf"(?P<spaced>(?:[^\W\d_a-zа-шѓќљњџѕј] ){{1,40}}(?:[^\W\d_a-zа-шѓќљњџѕј])(?![^\W_]))"
    r"|(?P<date>\d{1,2}\.\s?\d{1,2}\.\s?\d{4})(?!\d)"
    r"|(?P<file>[^\W_]{1,12}(?:-\d{1,12}){0,6}/[\d/-]{0,24}\d|\d{1,12}-\d{1,12}(?:-\d{1,12}){1,6})"
    rf"|(?P<num>\d{{1,9}}(?:[.,]\d{{1,9}}){{0,8}})(?:(?:\s?[{_DASH}]\s?|(?<=\d))(?P<suffix>{_SUFFIX}))?"
    rf"|(?P<roman>[IVXLІХ]{{1,8}})(?![^\W_])(?:\s?[{_DASH}]\s?(?P<mark>{_SUFFIX}))?"
    rf"|(?P<word>{_LETTER}{{1,80}}(?:-\s?\n\s*{_LETTER}{{1,80}})?)"
    r"|(?P<sign>\S)"
)
_BROKEN = re.compile(r"-\s*\n\s*")
_TO_CYRILLIC = str.maketrans("ABCEHJKMOPSTXYaceijkmopstxy", "АВСЕНЈКМОРЅТХУасеіјкморѕтху")
_TO_LATIN = str.maketrans("АВСЕНЈКМОРЅТХаеіјорсху", "ABCEHJKMOPSTXaeijopcxy")
_PLAIN = str.maketrans("ëç", "ec")
_ANY_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ANY_LATIN = re.compile("[A-Za-z]")
_WORDLIKE = frozenset("иеieoо")


class Token(NamedTuple):
    """`kind` is word, num, roman, date, file, quote or sign; `fold` what it is compared by (for num and roman
    the number as addresses spell it); `opens` whether a line begins with it, `apart` whether a blank line
    stands above it. `inner` and `until` bound a quote's words; an unclosed quote has kind `open`."""

    kind: str
    text: str
    fold: str
    start: int
    end: int
    opens: bool = False
    apart: bool = False
    inner: int = 0
    until: int = 0


def fold(word: str, lang: str) -> str:
    """A word as the tables of `lang` spell it."""
    if "\n" in word:
        word = _BROKEN.sub("", word)
    if lang == "mk":
        if _ANY_LATIN.search(word):
            turned = word.translate(_TO_CYRILLIC)
            if _ANY_CYRILLIC.search(word) or not _ANY_LATIN.search(turned):
                word = turned
        return word.lower()
    if _ANY_CYRILLIC.search(word):
        word = word.translate(_TO_LATIN)
    return word.lower().translate(_PLAIN)


def tokens(text: str, lang: str, found: list[quotes.Span], start: int, stop: int) -> list[Token]:
    """Everything of `text` between two places, in order."""
    result: list[Token] = []
    place = start
    for span in found:
        if span.start < start:
            continue
        _words(text, place, span.start, lang, result)
        opens, apart = _gap(text, place if not result else result[-1].end, span.start)
        kind = "quote" if span.closed else "open"
        result.append(
            Token(
                kind,
                text[span.start : span.end],
                "",
                span.start,
                span.end,
                opens,
                apart,
                span.inner,
                span.until,
            )
        )
        place = span.end
    _words(text, place, stop, lang, result)
    return result


def _gap(text: str, before: int, start: int) -> tuple[bool, bool]:
    if before == start:
        return start == 0, False
    lines = text.count("\n", before, start)
    return lines > 0 or before == 0, lines > 1


def _words(text: str, place: int, stop: int, lang: str, result: list[Token]) -> None:
    last = result[-1].end if result else 0
    for found in _TOKEN.finditer(text, place, stop):
        begin, end = found.span()
        kind = str(found.lastgroup)
        kind = {"suffix": "num", "mark": "roman", "spaced": "word"}.get(kind, kind)
        told = found[0]
        if kind == "num":
            told, end = _number(found, lang)
        elif kind == "roman":
            told = _roman(found, lang)
            kind = "roman" if told else "word"
            told = told or fold(found[0], lang)
        elif kind == "word":
            told = fold(told.replace(" ", ""), lang)
        elif kind == "sign" and told in _DASH:
            told = "-"
        opens, apart = _gap(text, last, begin)
        result.append(Token(kind, text[begin:end], told, begin, end, opens, apart))
        last = end
        if end < found.end():
            _words(text, end, found.end(), lang, result)
            last = result[-1].end


def _number(found: re.Match[str], lang: str) -> tuple[str, int]:
    """The number, and where it ends: a letter set apart on both sides may be a word („5 – и 6“)."""
    suffix = found["suffix"]
    if suffix is None or len(found["num"]) > 4:
        return found["num"], found.end("num")
    joint = found.string[found.end("num") : found.start("suffix")]
    if not joint and suffix in "иei":
        return found["num"], found.end("num")
    if joint[:1].isspace() and (suffix.lower() in _WORDLIKE or "\n" in joint):
        return found["num"], found.end("num")
    return f"{found['num']}-{letters.to_address(suffix, lang)}", found.end()


def _roman(found: re.Match[str], lang: str) -> str:
    told = letters.from_latin_roman(found["roman"])
    if told and found["mark"]:
        return f"{told}-{letters.to_address(found['mark'], lang)}"
    return told
