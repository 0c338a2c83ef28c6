"""What amending acts say of themselves: sentences with operations, and the title that follows from them. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from konak import lex
from konak.lex.amend import Operation, operation, sentences

_ADDS = frozenset({"insert", "insert_words_after", "insert_words_before"})
_SAYS_NOTHING = frozenset({"in_force", "applies_from", "renumber"})
_NAMES = {
    "mk": ("изменување", "дополнување", "изменување и дополнување"),
    "sq": ("ndryshimin", "plotësimin", "ndryshimin dhe plotësimin"),
}
_TITLE = {"mk": "{kind} за {what} на {base}", "sq": "{kind} për {what} e {base}"}


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


def reason(code: str) -> dict[str, str]:
    """Why a sentence was not read, in every language."""
    return next(
        (dict(words) for known, words in sentences.reasons.WORDS.items() if known == code), {"en": code}
    )


def what(operations: Iterable[Mapping[str, Any]]) -> int:
    """0: изменување, 1: дополнување, 2: both; what does neither counts as изменување."""
    kinds = {one["op"] in _ADDS for one in operations if one["op"] not in _SAYS_NOTHING}
    return 2 if len(kinds) == 2 else int(kinds == {True})


def title(
    operations: Sequence[Mapping[str, Any]],
    base: Mapping[str, str],
    kind: Mapping[str, Any],
    base_kind: Mapping[str, Any],
) -> dict[str, str]:
    """„Одлука за изменување на Одлуката за …“; `base` are the titles of the base without its kind."""
    does = what(operations)
    forms = {"mk": "it", "sq": "of"}
    return {
        lang: _TITLE[lang].format(
            kind=kind["name"][lang], what=_NAMES[lang][does], base=f"{base_kind[forms[lang]][lang]} {name}"
        )
        for lang, name in base.items()
        if lang in _TITLE
    }


def tells(title: str, lang: str, operations: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the title says what the operations do: a change, an addition, or both."""
    low, does = title.lower(), what(operations)
    change, add = ("измен", "дополн") if lang == "mk" else ("ndrysh", "plotës")
    return ((change in low), (add in low)) == (does != 1, does != 0)


def fits(
    base: lex.Act, operations: Sequence[Operation], annexes: lex.Act | None
) -> dict[int, dict[str, str]]:
    """Which operations the base refuses, by place, each with its sentence in every language."""
    from konak.lex.amend import apply

    return {one.place: dict(one.words) for one in apply(base, operations, annexes=annexes).refused}
