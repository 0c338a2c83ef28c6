"""From tokens to the symbols of the grammar: the longest phrase of a language's tables wins."""

import re
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from konak.lex.amend.sentences import mk, sq
from konak.lex.amend.sentences.tokens import Token

TABLES: dict[str, Any] = {"mk": mk, "sq": sq}
_SIGNS = {",": "comma", ";": "semi", ":": "colon", ".": "stop", "-": "dash", "(": "open", ")": "close",
          "•": "mark", "▪": "mark", "·": "mark", "●": "mark"}  # fmt: skip


class Symbol(NamedTuple):
    """One word of the grammar: its name, its value (a unit's step, a number, a sign), and the tokens
    `first` to `last` (one past) that it was read from."""

    name: str
    value: Any
    first: int
    last: int
    token: Token


class _Node:
    __slots__ = ("below", "symbol")

    def __init__(self) -> None:
        self.below: dict[str, _Node] = {}
        self.symbol: tuple[str, Any] | None = None


def phrases(told: str) -> list[str]:
    """Every phrase that a line of a table stands for: `наслов(/от)|назив` is three."""
    return [" ".join(one.split()) for one in _ways(told, "|")]


def _ways(told: str, marks: str) -> list[str]:
    result: list[str] = []
    for one in _split(told, marks):
        bits: list[list[str]] = []
        for bit in re.split(r"(\((?:[^()]|\([^()]*\))*\))", one):
            if bit.startswith("("):
                inner = bit[1:-1]
                bits.append(_ways(inner, "|/"))
            elif bit:
                bits.append([bit])
        result += ["".join(way) for way in product(*bits)]
    return result


def _split(told: str, marks: str) -> list[str]:
    parts, depth = [""], 0
    for sign in told:
        depth += (sign == "(") - (sign == ")")
        if sign in marks and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


@cache
def _trie(lang: str) -> _Node:
    table = TABLES[lang]
    root = _Node()

    def add(name: str, value: Any, told: str) -> None:
        for phrase in phrases(told):
            node = root
            for word in phrase.split():
                node = node.below.setdefault(word, _Node())
            if node is not root and node.symbol is None:
                node.symbol = (name, value)

    for step, told in table.UNITS.items():
        add("unit", step, told)
    for name, told in table.WORDS.items():
        add(name, None, told)
    for sign, told in table.SIGNS.items():
        add("sign", sign, told)
    add("words", "", table.KINDS)
    add("words", "conjunction", table.CONJUNCTION)
    add("act", None, table.ACTS)
    for place, told in enumerate(table.CARDINALS, 1):
        add("card", place, f"({told})")
    for stem, value in table._ORDINAL.items():
        forms = (
            f"{stem}(иот/ата/ото/ите/и/а/о/)" if lang == "mk" else f"(i/e/te/se) {stem}|(i/e/te/se) {stem}n"
        )
        add("ord", value, forms)
    for place, month in enumerate(table.MONTHS, 1):
        add("month", place, f"{month}(/i/it/in/u/ut/un)" if lang == "sq" else month)
    for value, told in _COUNTED[lang].items():
        add("all_places", value, told)
    add("own", None, table.OWN)
    return root


_COUNTED = {
    "mk": {2: "на (/сите )(две/двете) места", 3: "на (/сите )(три/трите) места", 4: "на (четири/четирите) места",
           5: "на (пет/петте) места"},
    "sq": {2: "ne (/te )(dy/dyja) vendet|ne dy vende", 3: "ne (/te )(tri/tre/trija) vendet|ne tri vende",
           4: "ne (/te )kater(/t) vendet", 5: "ne te pese vendet"},
}  # fmt: skip


@cache
def words(lang: str, name: str) -> frozenset[str]:
    """The single words of a line of the tables."""
    return frozenset(phrases(getattr(TABLES[lang], name)))


def symbols(given: list[Token], lang: str) -> list[Symbol]:
    """The symbols of a sentence, in order; what no table knows is a `word`."""
    root, short = _trie(lang), TABLES[lang].ABBREVIATED
    result: list[Symbol] = []
    place, size = 0, len(given)
    while place < size:
        token = given[place]
        if token.kind in ("quote", "open", "num", "roman", "date", "file"):
            one: tuple[str, Any] = (token.kind, token.fold)
            last = place + 1
        elif token.kind == "sign":
            one, last = (_SIGNS.get(token.text if token.fold != "-" else "-", "word"), None), place + 1
        else:
            one, last = _longest(root, given, place, short)
        result.append(Symbol(one[0], one[1], place, last, token))
        place = last
    return result


def _longest(
    root: _Node, given: list[Token], place: int, short: tuple[str, ...]
) -> tuple[tuple[str, Any], int]:
    node, at, best = root, place, (("word", None), place + 1)
    while at < len(given) and given[at].kind in ("word", "roman"):
        found = node.below.get(given[at].fold if given[at].kind == "word" else given[at].text.lower())
        if found is None:
            break
        node = found
        at += 1
        dotted = given[at - 1].fold in short and at < len(given) and given[at].text == "."
        if dotted and not given[at].opens and _goes_on(given, at + 1):
            at += 1
        if node.symbol is not None:
            best = (node.symbol, at)
    return best


def _goes_on(given: list[Token], place: int) -> bool:
    return place < len(given)
