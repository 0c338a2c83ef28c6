"""What stands above the body: head, preamble with legal bases, enacting words, kind and title."""

import re
from typing import NamedTuple

from konak.lex import words
from konak.lex.clean import LONGEST_LINE

_FARTHEST = 80  # lines to look for the kind
_PLACE = {lang: re.compile(rf",\s(?={organ}\b)") for lang, organ in words.ORGANS.items()}


class Opening(NamedTuple):
    """The parts above the body; `rest` is what is left of the line where the title began, `next` the first
    line not yet read."""

    head: tuple[str, ...]
    preamble: str
    enacting: str
    kind: str
    kind_text: str
    rest: str
    next: int


def kind_of(line: str, lang: str) -> tuple[str, str, str]:
    """(kind, its printed words, rest of the line) when the line opens with a kind in capitals or is nothing
    but a kind: `О Д Л У К А за …`. Three empty texts otherwise."""
    if len(line) > 400 or "|" in line or not line[:1].isupper():
        return "", "", ""
    for kind, pattern in _patterns(lang):
        if (found := pattern.match(line)) and (found.end() == len(line) or found[0].isupper()):
            return kind, found[0], line[found.end() :].strip()
    return "", "", ""


_CACHE: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


def _patterns(lang: str) -> list[tuple[str, re.Pattern[str]]]:
    if lang not in _CACHE:
        drafts = "|".join(_spaced(word) for word in words.DRAFT[lang])
        pairs = [(kind, word) for kind, forms in words.KINDS[lang].items() for word in forms]
        pairs.sort(key=lambda pair: -len(pair[1]))
        _CACHE[lang] = [
            (
                kind,
                re.compile(
                    rf"(?:(?:{drafts})\s?[-–—]?\s?)?{_spaced(word)}(?!\w| [^\W\d_](?: |\Z))", re.IGNORECASE
                ),
            )
            for kind, word in pairs
        ]
    return _CACHE[lang]


def _spaced(word: str) -> str:
    return r"\s?".join(re.escape(sign) for sign in word if sign != " ")


def split_enacting(preamble: str, lang: str) -> tuple[str, str]:
    """The legal bases, and the words that enact („Советот на Општина …, донесе“), cut at their comma."""
    if len(preamble) > LONGEST_LINE:
        return preamble, ""
    cuts = [match.end() for match in _PLACE[lang].finditer(preamble)]
    return (preamble[: cuts[-1]].rstrip(), preamble[cuts[-1] :]) if cuts else (preamble, "")


def read_opening(lines: list[str], lang: str, stops: int) -> Opening:
    """The opening of cleaned `lines`; never looks past line `stops`, where the body surely has begun."""
    limit = min(len(lines), _FARTHEST, stops)
    start = next((i for i in range(limit) if lines[i].startswith(words.BASIS[lang])), None)
    for place in range(limit):
        kind, kind_text, rest = kind_of(lines[place], lang)
        if kind:
            first = start if start is not None and start < place else place
            preamble, enacting = split_enacting(" ".join(lines[first:place]), lang)
            return Opening(tuple(lines[:first]), preamble, enacting, kind, kind_text, rest, place + 1)
    if start != 0 or stops > limit:
        return Opening((), "", "", "", "", "", 0)
    preamble, enacting = split_enacting(" ".join(lines[:limit]), lang)
    return Opening((), preamble, enacting, "", "", "", limit)
