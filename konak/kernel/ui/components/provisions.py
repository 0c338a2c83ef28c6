"""The text of an act on screen: units within units, each with its number and address."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from django.utils.html import conditional_escape
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


# A long act has hundreds of units: they are put together as plain strings, each text escaped on its way in.
_STYLES = {"unread": " k-act__unread", "gone": " k-act__gone"}


def _unit(unit: Provision, level: int, out: list[str]) -> None:
    anchor = f' id="{escape(unit.id)}"' if unit.id else ""
    note = f' <span class="k-act__note">{conditional_escape(unit.note)}</span>' if unit.note else ""
    if unit.kind in ("head", "article"):
        name = escape(" – ".join(text for text in (unit.number, unit.heading) if text))
        style = "k-act__head" if unit.kind == "head" else "k-act__number"
        out.append(f"<h{level} class='{style}'{anchor}>{name}</h{level}>")
        if unit.text:
            out.append(f'<p class="k-act__unit k-act__unit--text">{escape(unit.text)}</p>')
        out.append(note)
        end = ""
    else:
        text = escape(f"{unit.number} {unit.text}" if unit.number else unit.text)
        out.append(
            f'<div class="k-act__unit{_STYLES.get(unit.kind, "")}"{anchor}>'
            f'<div class="k-act__unit--text">{text}{note}</div>'
        )
        end = "</div>"
    for part in unit.parts:
        _unit(part, min(level + 1, 6), out)
    out.append(end)


@register.simple_tag
def provisions(*, units: Sequence[Provision], level: int = 2) -> SafeString:
    """Units of a text inside `act_text`; `level` is the heading level the first heads take."""
    out: list[str] = []
    for unit in units:
        _unit(unit, level, out)
    return SafeString("".join(out))
