"""What amending acts say of themselves: sentences with operations, and the title that follows from them. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from konak import lex
from konak.lex.amend import Operation, operation, sentences

_ADDS = frozenset({"insert", "insert_words_after", "insert_words_before"})
_SAYS_NOTHING = frozenset({"in_force", "applies_from", "renumber"})
_NAMES = {
    "mk": ("изменување", "дополнување", "изменување и дополнување"),
    "sq": ("ndryshimin", "plotësimin", "ndryshimin dhe plotësimin"),
}
_TITLE = {"mk": "за {what} на {base}", "sq": "për {what} e {base}"}
_STEMS = {"mk": ("измен", "дополн"), "sq": ("ndryshim", "plotësim")}
_SAYS = {
    "mk": re.compile(r"(?:измен|дополн)\w*(?: и (?:измен|дополн)\w*)?", re.IGNORECASE),
    "sq": re.compile(r"(?:ndryshim|plotësim)\w*(?: dhe (?:ndryshim|plotësim)\w*)?", re.IGNORECASE),
}


@dataclass(frozen=True)
class Said:
    """One sentence of an amending act: `operations` as data, `unread` the code of the reason or empty."""

    text: str
    article: str
    operations: tuple[dict[str, Any], ...]
    unread: str = ""

    def data(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "article": self.article,
            "operations": list(self.operations),
            "unread": self.unread,
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Said":
        return cls(data["text"], data["article"], tuple(data["operations"]), data["unread"])

    @property
    def parsed(self) -> list[Operation]:
        return [operation(one) for one in self.operations]


def said(text: str, lang: str) -> list[Said]:
    """The sentences of an amending act; its own provisions change no other text and are left out."""
    return [
        Said(one.text, one.article, tuple(op.data() for op in one.operations), str(one.unread or ""))
        for one in sentences.read(text, lang)
        if not one.own_provision
    ]


def told(tree: lex.Act) -> list[Said]:
    """The sentences of a whole amending act; its annexes say nothing, sentences take their content from them."""
    body = tuple(unit for unit in tree.body if unit.kind != "annex")
    return said(lex.write(replace(tree, body=body, annexes=())), tree.lang)


def reason(code: str) -> dict[str, str]:
    """Why a sentence was not read, in every language."""
    return next(
        (dict(words) for known, words in sentences.reasons.WORDS.items() if known == code), {"en": code}
    )


def what(operations: Iterable[Mapping[str, Any]]) -> int:
    """0: изменување, 1: дополнување, 2: both; what does neither counts as изменување."""
    kinds = {one["op"] in _ADDS for one in operations if one["op"] not in _SAYS_NOTHING}
    return 2 if len(kinds) == 2 else int(kinds == {True})


def named(lang: str, operations: Iterable[Mapping[str, Any]], base: str) -> str:
    """„за изменување на Одлуката за …“; `base` is the name of the act as it stands after these words."""
    return _TITLE[lang].format(what=_NAMES[lang][what(operations)], base=base)


def renamed(title: str, lang: str, operations: Iterable[Mapping[str, Any]]) -> str:
    """A title that says what the operations do, a change, an addition or both; all its other words stay."""
    if lang not in _SAYS:
        return title
    does, (change, add) = what(operations), _STEMS[lang]

    def told(match: re.Match[str]) -> str:
        low = match[0].lower()
        return match[0] if (change in low, add in low) == (does != 1, does != 0) else _NAMES[lang][does]

    return _SAYS[lang].sub(told, title, count=1)


def misnamed(title: str, lang: str, operations: Iterable[Mapping[str, Any]]) -> str:
    """The words by which a title should call what the operations do; empty where it does, or where they do nothing."""
    does = [one for one in operations if one["op"] not in _SAYS_NOTHING]
    if lang not in _SAYS or not does:
        return ""
    right = _SAYS[lang].search(title) and renamed(title, lang, does) == title
    return "" if right else _NAMES[lang][what(does)]
