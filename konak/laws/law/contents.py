"""The contents of an issue of the Official Gazette, line by line, as they are pasted. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

Does = Literal["amends", "repeals", "new"]

LONGEST, MOST = 600, 800  # signs of a line, lines of an issue
_LEAD = re.compile(r"\s*(?:\d{1,5}\s*[.)]\s*)?")
_PAGE = re.compile(r"[\s.…_·]{2,}\d{1,4}\s*$")
_AMENDS = re.compile(
    r"\b(?:за\s(?:изменувањ\w+(?:\sи\sдополнувањ\w+)?|дополнувањ\w+(?:\sи\sизменувањ\w+)?)\sна"
    r"|për\s(?:ndryshim\w+(?:\sdhe\splotësim\w+)?|plotësim\w+(?:\sdhe\sndryshim\w+)?)\s(?:e|të|i))\s",
    re.IGNORECASE,
)
_REPEALS = re.compile(
    r"\b(?:за\s(?:престанок|престанување)\sна\sважење(?:то)?\sна|për\s(?:shfuqizimin|pushimin\se\svlefshmërisë)\s(?:e|së))\s",
    re.IGNORECASE,
)
_KINDS = (
    ("law", re.compile(r"закон|ligj", re.IGNORECASE)),
    ("statute", re.compile(r"статут|statut", re.IGNORECASE)),
    ("bylaw", re.compile(r"правилник|уредб|упатств|наредб|rregullore|dekret|udhëzim|urdhër", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Line:
    """One line: what it does, to the regulation of which name and kind; `name` is empty where it names none."""

    text: str
    does: Does
    kind: str
    name: str
    lang: str


def lines(pasted: str) -> list[Line]:
    """Every line that says something; none is left out because it was not understood, and none of contents that
    are more than can be read (see `excess`)."""
    return [] if any(excess(pasted)) else [_line(text) for _, text in _said(pasted)]


def excess(pasted: str) -> tuple[list[tuple[int, int]], int]:
    """What is more than can be read: lines that are too long, each with how many signs it has, and the first line
    of those that are too many, or 0. Lines are counted as they were pasted, from 1."""
    said = _said(pasted)
    long = [(number, len(text)) for number, text in said if len(text) > LONGEST]
    return long, said[MOST][0] if len(said) > MOST else 0


def _said(pasted: str) -> list[tuple[int, str]]:
    numbered = enumerate((one.strip() for one in pasted.splitlines()), 1)
    return [(number, text) for number, text in numbered if any(sign.isalpha() for sign in text)]


def _line(text: str) -> Line:
    words = _PAGE.sub("", _LEAD.sub("", text, count=1)).strip(" .")
    lang = "mk" if re.search("[а-шА-Ш]", words) else "sq"
    does: Does = "new"
    name = words
    for way, pattern in (("amends", _AMENDS), ("repeals", _REPEALS)):
        if found := pattern.search(words):
            does, name = ("amends" if way == "amends" else "repeals"), words[found.end() :].strip()
            break
    kind = next((kind for kind, pattern in _KINDS if pattern.match(name)), "")
    return Line(text, does, kind or "other", name if kind else "", lang)
