"""The text of an act on screen: units within units, each with its number and address."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from konak.kernel.ui.components import register


@dataclass(frozen=True, kw_only=True)
class Provision:
    """One unit of a text. `kind` head: a chapter; article: a numbered article; text: what stands in it;
    unread: what could not be read; gone: no longer in force. `note` says where it comes from."""

    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    id: str = ""
    note: Any = ""
    parts: Sequence["Provision"] = field(default_factory=tuple)


def _unit(unit: Provision, level: int) -> SafeString:
    anchor = format_html(' id="{}"', unit.id) if unit.id else ""
    note = format_html(' <span class="k-act__note">{}</span>', unit.note) if unit.note else ""
    inside = format_html_join("", "{}", ((_unit(part, min(level + 1, 6)),) for part in unit.parts))
    if unit.kind in ("head", "article"):
        name = " – ".join(text for text in (unit.number, unit.heading) if text)
        style = "k-act__head" if unit.kind == "head" else "k-act__number"
        body = format_html('<p class="k-act__unit k-act__unit--text">{}</p>', unit.text) if unit.text else ""
        return format_html(
            "<h{0} class='{1}'{2}>{3}</h{0}>{4}{5}{6}", level, style, anchor, name, note, body, inside
        )
    style = {"unread": " k-act__unread", "gone": " k-act__gone"}.get(unit.kind, "")
    lead = format_html("{} ", unit.number) if unit.number else ""
    return format_html(
        '<div class="k-act__unit{}"{}><div class="k-act__unit--text">{}{}{}</div>{}</div>',
        style, anchor, lead, unit.text, note, inside,
    )  # fmt: skip


@register.simple_tag
def provisions(*, units: Sequence[Provision], level: int = 2) -> SafeString:
    """Units of a text inside `act_text`; `level` is the heading level the first heads take."""
    return format_html_join("", "{}", ((_unit(unit, level),) for unit in units))
