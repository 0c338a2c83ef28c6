"""How regulations are recognised by their names, and whether a place that is cited was changed."""

import re
from collections.abc import Iterable

from konak.kernel.i18n import fold
from konak.lex.references import parse

ISSUE = re.compile(r"([1-9]\d{0,3})/((?:19|20)\d{2})")
ACT = re.compile(r"\d{2}(?:-\d{1,6}){1,2}(?:/\d{1,5})?")  # 09-44/3
ADDRESS = re.compile(
    r"(?:art|item|tariff|annex|chp|part):[^/\s]+(?:/(?:para|point|indent|sub|sent):[^/\s]+)*"
)


_PLAIN = {
    "законот": "Закон", "законите": "Закон", "законов": "Закон", "уставот": "Устав", "уредбата": "Уредба",
    "ligjit": "Ligji", "ligjin": "Ligji", "ligj": "Ligji", "kushtetutës": "Kushtetuta", "kushtetutën": "Kushtetuta",
}  # fmt: skip
_KINDS = {
    "law": tuple(map(fold, ("Закон", "Ligj"))),
    "bylaw": tuple(map(fold, ("Уредба", "Dekret"))),
    "other": tuple(map(fold, ("Устав на", "Уставот на", "Kushtetut"))),
}
_JOINTS = frozenset({"и", "до", "од", "на", "dhe", "deri", "e", "të"})


def key(name: str) -> str:
    """A name without its first word, which alone is declined: „Законот за …“ and „Закон за …“ are one."""
    _, _, rest = " ".join(name.split()).partition(" ")
    return fold(rest)


def kind(name: str) -> str:
    """The kind of a regulation of the state by its name; empty for what a municipality or a school makes itself."""
    return next((kind for kind, words in _KINDS.items() if fold(name).startswith(words)), "")


def named(cited: str) -> str:
    """The name as the watch has it: a citation declines its first word."""
    first, _, rest = " ".join(cited.split()).partition(" ")
    return f"{_PLAIN.get(first.lower(), first)} {rest}".strip()


def touched(cited: Iterable[str], changed: Iterable[str]) -> bool:
    """True when a cited place stands in a changed one or holds it; no places mean the whole regulation."""
    cited, changed = list(cited), list(changed)
    if not cited or not changed:
        return True
    return any(f"{a}/".startswith(f"{b}/") or f"{b}/".startswith(f"{a}/") for a in cited for b in changed)


def missing(read: Iterable[int]) -> list[int]:
    """Numbers of issues between the first and the last that were read, without an entry."""
    numbers = set(read)
    return [n for n in range(min(numbers), max(numbers)) if n not in numbers] if numbers else []


def places(said: str) -> tuple[list[str], str]:
    """Places of a regulation as a gazette says them („член 36 став 1 и членовите 40 до 42“), as addresses, and
    the words that were not understood."""
    for lang in ("mk", "sq"):
        found = [one for one in parse(said, lang) if one.kind == "internal" and one.targets]
        if found:
            break
    left, at = "", 0
    for one in found:
        left += said[at : one.start] + " "
        at = one.end
    left += said[at:]
    rest = " ".join(word for word in re.findall(r"[^\W_]+", left) if word.lower() not in _JOINTS)
    return list(dict.fromkeys(target for one in found for target in one.targets)), rest
