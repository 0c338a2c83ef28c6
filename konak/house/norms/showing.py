"""Norms as people read them: names, rooms, values in words, and which of them are still to confirm."""

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from konak.kernel import norms
from konak.kernel.errors import Text
from konak.kernel.i18n import Words, number, pick
from konak.kernel.norms import Norm
from konak.kernel.ui.lists import Head

from .rules import shipped_values
from .shape import Kind, kind

# first part of a key → the group it is shown in, in the order of the page
GROUPS: dict[str, Text] = {
    "town": _("The town"),
    "people": _("Sign-in and service"),
    "service": _("Sign-in and service"),
    "terms": _("Legal terms"),
    "clock": _("Days when nobody works"),
    "registry": _("Registry and archive"),
    "archive": _("Registry and archive"),
    "acts": _("Acts"),
    "laws": _("Acts"),
    "council": _("Council and sessions"),
    "sessions": _("Council and sessions"),
    "gazette": _("Gazette"),
    "petitions": _("Citizens"),
    "foi": _("Citizens"),
}
HEADS = (
    Head(label=_("Norm")),
    Head(label=_("Value")),
    Head(label=_("Basis")),
    Head(label=_("Valid")),
    Head(label=_("Certainty")),
)
CERTAINTIES: dict[str, tuple[Text, str]] = {
    "read": (_("read in the law"), "good"),
    "practice": (_("seen in practice"), "plain"),
    "to confirm": (_("to confirm"), "warn"),
}
TO_CONFIRM = "to confirm"


@dataclass(frozen=True)
class Line:
    """One norm on a day: what holds (None when nothing does) and how sure the house is of it."""

    key: str
    norm: Norm | None
    certainty: str

    @property
    def name(self) -> Words:
        return name_of(self.key)

    @property
    def value(self) -> str:
        return said(self.key, self.norm.value) if self.norm else ""

    @property
    def word(self) -> Text:
        return CERTAINTIES[self.certainty][0]

    @property
    def look(self) -> str:
        return CERTAINTIES[self.certainty][1]

    @property
    def deviates(self) -> bool:
        return bool(self.norm and self.norm.deviates)


@cache
def names() -> dict[str, Words]:
    """What each norm is called."""
    return tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))


def name_of(key: str) -> Words:
    """What the norm is called; its key when it has no name."""
    return names().get(key, {"en": key})


def line(key: str, day: date) -> Line:
    """One norm as it stands on a day."""
    held = next((norm for norm in norms.intervals(key) if norm.valid_on(day)), None)
    waits = any(norm.certainty == TO_CONFIRM for norm in coming(key, day))
    return Line(key, held, TO_CONFIRM if waits else held.certainty if held else "practice")


def coming(key: str, day: date) -> Iterator[Norm]:
    """What holds on `day` and whatever begins to hold after it; what a later row covers is left out."""
    begins = {day, *(norm.valid_from for norm in norms.intervals(key) if norm.valid_from > day)}
    for start in sorted(begins):
        held = next((norm for norm in norms.intervals(key) if norm.valid_on(start)), None)
        if held:
            yield held


def groups(day: date, wanted: Callable[[Line], bool]) -> list[tuple[Text, list[Line]]]:
    """The wanted norms by group, those still to confirm first."""
    found: dict[Text, list[Line]] = {}
    for prefix, title in GROUPS.items():
        lines = (line(key, day) for key in norms.known() if key.partition(".")[0] == prefix)
        found.setdefault(str(title), []).extend(each for each in lines if wanted(each))
    return [
        (title, sorted(lines, key=lambda each: (each.certainty != TO_CONFIRM, each.key)))
        for title, lines in found.items()
        if lines
    ]


def to_confirm(day: date) -> int:
    """How many norms nobody has confirmed yet."""
    return sum(line(key, day).certainty == TO_CONFIRM for key in norms.known())


def kind_of(key: str) -> Kind:
    return kind(shipped_values(key))


def said(key: str, value: Any) -> str:
    """A value in the reader's words; a table only by its size."""
    language = get_language() or "mk"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int):
        return str(value) if "year" in key else number(value, language)
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        shown = ", ".join(value[:6])
        return shown if len(value) <= 6 else f"{shown} … ({len(value)})"
    if kind_of(key) == "words":
        return pick(value, language)[0]
    if isinstance(value.get("days") if isinstance(value, dict) else None, int):
        return _term(value)
    return ngettext("table, %(rows)s row", "table, %(rows)s rows", len(value)) % {"rows": len(value)}


def _term(value: dict[str, Any]) -> str:
    days = ngettext("%(days)s day", "%(days)s days", value["days"]) % {"days": value["days"]}
    if "extended" not in value:
        return days
    return gettext("%(days)s, extended %(more)s") % {"days": days, "more": value["extended"]}


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
