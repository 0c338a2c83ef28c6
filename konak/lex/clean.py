"""The one whitespace normalisation of `read`, and what makes a line not text.

`normal` composes letters (NFC), drops marks that print nothing (byte order mark, zero-width and direction
marks, soft hyphens), and turns control characters and broken surrogates into U+FFFD, which shows. Lines are
split at every line end, a hard-wrapped line joins the one it goes on from, a label and its words are set
apart by one space or stand on lines of their own; inside a line runs of white space count as one space, and
blank lines carry no meaning. Tabs and bars between the cells of a table are written ` | `. Nothing else
changes: without white space and bars, text out is text in.
"""

import re
import unicodedata

MOST_CHARACTERS = 12_000_000
MOST_LINES = 300_000
LONGEST_LINE = 20_000

_SILENT = re.compile("[\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad]")
_BROKEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LEGACY = re.compile(r"[A-Za-z][@^\[\\`{|}~]+[a-z]|[@^\[\\`{|}~][a-z]{2}")
_ODD = "\t\ufffd@^[\\`{|}~"  # a line without these is no row, not broken and not in a legacy font
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def normal(text: str) -> str:
    """The text with only marks that print, composed."""
    if text.isascii():
        return _BROKEN.sub("\ufffd", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if text.replace("\n", " ").isprintable():
        return text  # neither a silent mark nor a control character stands in it
    return _BROKEN.sub("\ufffd", _SILENT.sub("", text))


def printable(text: str) -> str:
    """The text with every sign that XML cannot hold shown as U+FFFD."""
    if text.replace("\n", " ").isprintable():
        return text
    return _BROKEN.sub("\ufffd", text)


def odd(text: str, lines: list[str]) -> bool:
    """Whether any of a text's lines may have a `fault` or be a row of a table. Few texts have any, and one look
    at the whole costs less than one at each line."""
    return any(sign in text for sign in _ODD) or max(map(len, lines), default=0) > LONGEST_LINE


def fault(line: str, lang: str) -> str:
    """Why a line is no readable text (`too_long`, `not_text`, `legacy_font`), or empty."""
    if len(line) > LONGEST_LINE:
        return "too_long"
    if "\ufffd" in line and line.count("\ufffd") * 10 >= len(line):
        return "not_text"
    if lang != "mk" or line[0] >= "\u0400" or _CYRILLIC.search(line):
        return ""
    return "legacy_font" if _LEGACY.search(line) and " | " not in line else ""
