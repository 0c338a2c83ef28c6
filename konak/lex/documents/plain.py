"""Bytes of a plain text to its words: the encoding is told by the bytes, never by a name."""

import codecs
from collections import Counter
from itertools import pairwise

from konak.lex.letters import MK

_SAMPLE = 200_000
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CYRILLIC = frozenset(MK) | frozenset("".join(MK).upper())
_ALBANIAN = frozenset("ëçËÇ")
_MARKS = frozenset("„“”‘’‚«»–—…•§°№€\xa0\xad")


def decode(data: bytes) -> tuple[str, Counter[str]]:
    """The text and codes of notes. Bytes that fit nowhere show as U+FFFD."""
    encoding = _encoding(data)
    text = data.decode(encoding, errors="replace")
    notes = Counter[str]()
    if not encoding.startswith("utf-8"):
        notes["encoding"] = 1
    if "\ufffd" in text and (broken := text.count("\ufffd")):
        notes["broken"] = broken
    return text.removeprefix("\ufeff"), notes


def _encoding(data: bytes) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    if sample.isascii() and b"\x00" not in sample and b"\x04" not in sample:
        return "utf-8"
    if wide := _wide(sample):
        return wide
    words = sample.decode("utf-8", errors="replace")
    broken = words.count("\ufffd")
    beyond = sum(sign > "\x7f" for sign in words) - broken
    if beyond >= 4 * broken:
        return "utf-8"
    latin = sum(sign.isascii() and sign.isalpha() for sign in words)
    pages = ("cp1250",) if latin > sum(byte > 127 for byte in sample) else ("cp1251", "iso8859_5")
    best = max(pages, key=lambda name: _fit(sample, name))
    return best if _fit(sample, best) >= 0.8 else "utf-8"


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte says Latin (0), Cyrillic (4) or punctuation (32)."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first : 2 * pairs : 2]
        low = sample[1 - first : 2 * pairs : 2]
        told = sum(map(high.count, (0, 4, 32))) >= 0.9 * pairs and high.count(32) < 0.3 * pairs
        if told and low.count(0) + low.count(4) < 0.1 * pairs:
            return name
    return ""


def _fit(sample: bytes, name: str) -> float:
    """How much of the bytes above 127 this encoding explains as letters of our languages, 0–1. Capitals
    amid a word tell a wrong Cyrillic page from the right one."""
    text = sample.decode(name, errors="replace")
    letters = _ALBANIAN if name == "cp1250" else _CYRILLIC
    beyond = [sign for sign in text if sign > "\x7f"]
    good = sum(sign in letters or sign in _MARKS for sign in beyond)
    odd = sum(
        before.islower() and after.isupper()
        for before, after in pairwise(text)
        if before > "\x7f" and after > "\x7f"
    )
    return (good - odd) / len(beyond) if beyond else 0.0
