"""Finding the words of an operation in a text: whole words, as printed, never inside another word.

Quote styles, kinds of dashes, runs of white space and look-alike letters of the two scripts count as one.
A small first letter also matches a capital where a sentence begins. Declined forms are other words: an
operation names the form that stands in the text, and one that does not is refused, never guessed.
"""

import re
from bisect import bisect
from typing import NamedTuple

from konak.lex import clean

_PAIRS = ("аa", "еe", "оo", "рp", "сc", "хx", "уy", "јj", "ѕs", "іi", "АA", "ВB", "ЕE", "КK", "МM", "НH", "ОO", "РP",
          "СC", "ТT", "ХX", "ЈJ", "ЅS", "ІI")  # fmt: skip
_SIGNS = {**dict.fromkeys(map(ord, "„“”‟«»"), '"'), **dict.fromkeys(map(ord, "’‘ʼ`´"), "'"),
          **dict.fromkeys(map(ord, "–—‑‒"), "-")}  # fmt: skip
_CYRILLIC = {ord(pair[1]): pair[0] for pair in _PAIRS} | _SIGNS
_LATIN = {ord(pair[0]): pair[1] for pair in _PAIRS} | _SIGNS
_ODD = {"mk": re.compile("[A-Za-z„“”‟«»’‘ʼ`´–—‑‒]"), "sq": re.compile("[\u0400-\u04ff„“”‟«»’‘ʼ`´–—‑‒]")}
_DOUBLE = re.compile(r",,|''")
_ENDS = ".!?…:"
_CLOSERS = " \"'„“”«»’‘()"
_TIGHT = ",.;:)!?%"  # signs that stand close to the word before them

Span = tuple[int, int]


class Hit(NamedTuple):
    """Words found: where, and whether a capital stands there for the small letter that was named."""

    start: int
    end: int
    raised: bool = False


class Edit(NamedTuple):
    """`text` takes the place of what stands between `start` and `end`."""

    start: int
    end: int
    text: str


def tidy(text: str) -> str:
    """Words as a tree holds them: composed, printable, one space between."""
    return " ".join(clean.normal(text).split())


def fold(text: str, lang: str) -> tuple[str, list[int] | None]:
    """The text with look-alike signs made one, and for each sign its place in `text` (None: the same)."""
    folded = text.translate(_CYRILLIC if lang == "mk" else _LATIN) if _ODD[lang].search(text) else text
    if ",," not in folded and "''" not in folded:
        return folded, None
    signs: list[str] = []
    places: list[int] = []
    last = 0
    for found in _DOUBLE.finditer(folded):
        signs += [folded[last : found.start()], '"']
        places += [*range(last, found.start()), found.start()]
        last = found.end()
    return "".join([*signs, folded[last:]]), [*places, *range(last, len(folded) + 1)]


def find(words: str, text: str, lang: str) -> list[Hit]:
    """Every place of `words` in `text`, from left to right, none overlapping another."""
    told = fold(tidy(words), lang)[0]
    if not told:
        return []
    return found_in(told, *fold(text, lang))


def found_in(told: str, folded: str, places: list[int] | None) -> list[Hit]:
    """`find` with both sides folded before."""
    capital = told[0].upper() + told[1:] if told[0].islower() else ""
    small, raised = folded.find(told), folded.find(capital) if capital else -1
    if small < 0 and raised < 0:
        return []
    hits: list[Hit] = []
    size = len(told)
    while small >= 0 or raised >= 0:
        first = raised if small < 0 or 0 <= raised < small else small
        upper = first == raised
        fits = _whole(folded, first, first + size) and (not upper or begins_sentence(folded, first))
        if fits:
            end = first + size
            hits.append(Hit(places[first], places[end], upper) if places else Hit(first, end, upper))
        after = first + (size if fits else 1)
        if 0 <= small < after:
            small = folded.find(told, after)
        if 0 <= raised < after:
            raised = folded.find(capital, after)
    return hits


def begins_sentence(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`."""
    while at > 0 and text[at - 1] in _CLOSERS:
        at -= 1
    return at == 0 or text[at - 1] in _ENDS


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word or number goes on beyond the span: `50` is not in `500`, `50,00`, `1.50` or `50-та`."""
    before, after = text[:start][-2:], text[end : end + 2]
    first, last = text[start], text[end - 1]
    if first.isalnum() and before:
        if before[-1].isalnum() or before[-1] == "_":
            return False
        if len(before) == 2 and before[0].isalnum():
            joined = before[-1] in "-'" or (first.isdigit() and before[-1] in ".,/" and before[0].isdigit())
            if joined:
                return False
    if last.isalnum() and after:
        if after[0].isalnum() or after[0] == "_":
            return False
        if len(after) == 2 and after[1].isalnum():
            joined = after[0] in "-'" or (last.isdigit() and after[0] in ".,/" and after[1].isdigit())
            return not joined
    return True


def replaced(text: str, hit: Hit, new: str) -> Edit:
    """`new` in place of what was found; the capital of a sentence's beginning stays, spaces stay sound."""
    if not new:
        return removed(text, hit)
    start = hit.start
    if new[0] in _TIGHT and text[start - 1 : start] == " ":
        start -= 1
    return Edit(start, hit.end, new[0].upper() + new[1:] if hit.raised else new)


def removed(text: str, hit: Hit) -> Edit:
    """What was found goes with one of the spaces around it; a sentence keeps its capital."""
    start, end = hit.start, hit.end
    if text[end : end + 1] == " " and (start == 0 or text[start - 1] in ' ("„“'):
        end += 1
    elif text[start - 1 : start] == " " and (end == len(text) or text[end] in _TIGHT):
        start -= 1
    if hit.raised and start == hit.start and text[end : end + 1].islower():
        return Edit(start, end + 1, text[end].upper())
    return Edit(start, end, "")


def added_after(text: str, hit: Hit, new: str) -> Edit:
    """`new` after what was found, with a space where a word follows a word."""
    return Edit(hit.end, hit.end, new if new[0] in _TIGHT else f" {new}")


def added_before(text: str, hit: Hit, new: str) -> Edit:
    """`new` before what was found; the capital of a sentence's beginning moves to it."""
    joint = "" if new[-1] in '(„"' else " "
    if hit.raised:
        first = text[hit.start]
        return Edit(hit.start, hit.start + 1, f"{new[0].upper()}{new[1:]}{joint}{first.lower()}")
    return Edit(hit.start, hit.start, f"{new}{joint}")


def edited(text: str, edits: list[Edit], kept: list[Span]) -> tuple[str, list[Span]]:
    """The text after `edits`, which do not overlap, and the spans in it that are new: those of `edits` and,
    moved along, the `kept` ones of before."""
    bits: list[str] = []
    fresh: list[Span] = []
    last = size = 0
    moves: list[tuple[int, int]] = []  # (from this place of the old text, by how much it moved)
    for edit in sorted(edits):
        bits += [text[last : edit.start], edit.text]
        size += edit.start - last
        fresh.append((size, size + len(edit.text)))
        size += len(edit.text)
        last = edit.end
        moves.append((edit.end, size - edit.end))
    for start, end in kept:
        by = next((move for place, move in reversed(moves) if place <= start), 0)
        fresh.append((start + by, end + by))
    return "".join([*bits, text[last:]]), sorted(fresh)


# What the reader looks at in a line besides its beginning and end: signs of quotations and tables, and
# whether it is longer than these.
_SIGNALS = '„“”"|\t\n\ufffd'
_LENGTHS = (25, 120, 200, 300, 600, clean.LONGEST_LINE)
_HEAD = 30  # longer than any label with the words that show it is none
_SIGNED = ("с.р.", "м.п.", "d.v.", "v.v.")


def same_line(kind: str, before: str, after: str) -> bool:
    """Whether a unit's line is surely read the same way after a change inside it: beginning, end, signs and
    order of length stay. False says only that it must be tried."""
    head = before[:_HEAD]
    return (
        kind in ("paragraph", "point", "sub", "indent")
        and len(before) > _HEAD + 1 < len(after)
        and after.startswith(head)
        and before[-1] in ".;:,"
        and (after[-1] == before[-1] or (before[-1] in ".;" and after[-1] in ".;"))
        and not any(
            text.rstrip(".;, ")[-1:] in '“”"' or text.lower().endswith(_SIGNED) for text in (before, after)
        )
        and head.upper() != head
        and any(sign in "\u0430\u0435\u0438\u043e" or sign in "aeio" for sign in head)
        and all(before.count(sign) == after.count(sign) for sign in _SIGNALS)
        and bisect(_LENGTHS, len(before)) == bisect(_LENGTHS, len(after))
    )


# Sentences

_NEVER = {"чл", "ст", "бр", "т", "ал", "ул", "бул", "проф", "д-р", "м-р", "инж", "дипл", "стр", "тел", "сл", "св",
          "с", "р", "nr", "neni", "par", "fq", "dr", "prof", "mr", "rr", "tel", "z", "znj", "lit"}  # fmt: skip
_END = re.compile(r"[.!?…][“”\"'’)]{0,3}(?=\s)")


def sentences(text: str) -> list[Span]:
    """The sentences of a unit's own text, each with its closing sign. A full stop after an abbreviation, an
    initial, inside brackets or before a small letter ends none."""
    starts, ends = [0], []
    depth = 0
    last = 0
    for found in _END.finditer(text):
        piece = text[last : found.start()]
        depth = max(0, depth + piece.count("(") + piece.count("„") - piece.count(")") - piece.count("“"))
        last = found.start()
        ahead = text[found.end() :][:3].lstrip().lstrip("„“\"'(")
        inside = depth - found[0].count("“") - found[0].count(")")
        if inside > 0 or not ahead or not (ahead[0].isupper() or ahead[0].isdigit()):
            continue
        word = text[max(0, found.start() - 12) : found.start()].rpartition(" ")[2].lower().lstrip("(„\"'")
        if found[0] == "." and (word in _NEVER or (len(word) == 1 and word.isalpha())):
            continue
        if found[0] == "." and word.isdigit() and ahead[0].isdigit():
            continue
        ends.append(found.end())
        starts.append(found.end() + 1)
    return list(zip(starts, [*ends, len(text)], strict=True)) if text else []
