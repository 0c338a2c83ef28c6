"""Headings, words in the language they are in, days, states, numbers, paths and papers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from konak.kernel.i18n import day_digits, day_words, pick, spelled
from konak.kernel.ui.components import register

STATUS_KINDS = ("plain", "waiting", "here", "good", "warn", "bad", "official")
PAPER_KINDS = {
    "application/pdf": "PDF",
    "application/xml": "XML",
    "application/json": "JSON",
    "text/csv": "CSV",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/tiff": "TIFF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.oasis.opendocument.text": "ODT",
}


def _language() -> str:
    return get_language() or "mk"


def in_language(words: dict[str, str]) -> SafeString:
    """Words in the reader's language, else in the next best, marked with the language they are in."""
    text, language = pick(words, _language())
    if language == _language():
        return format_html("{}", text)
    return format_html('<span lang="{}">{}</span>', language, text)


def _said(value: Any) -> Any:
    return in_language(value) if isinstance(value, dict) else value


@register.simple_tag
def heading(*, text: Any, over: Any = "", lead: Any = "", status: Any = "") -> SafeString:
    """The one h1 of a page; `over` says what kind of thing it is. Texts may be words in several languages."""
    return format_html(
        '<div class="k-heading">{}<h1>{}</h1>{}{}</div>',
        format_html('<p class="k-heading__over">{}</p>', _said(over)) if over else "",
        _said(text),
        format_html('<p class="k-heading__lead">{}</p>', _said(lead)) if lead else "",
        status,
    )


@register.filter
def person(name: Any) -> str:
    """Somebody's name as the reader's language writes it."""
    return spelled(str(name or ""), _language())


@register.simple_tag
def words(*, value: dict[str, str]) -> SafeString:
    """Words of several languages: the reader's, marked when it had to be another."""
    return in_language(value)


@register.simple_tag
def both(*, value: dict[str, str]) -> SafeString:
    """All languages side by side, of the same size."""
    return format_html(
        '<div class="k-both">{}</div>', format_html_join("", '<div lang="{}">{}</div>', value.items())
    )


@register.simple_tag
def day(*, on: date | datetime | None, weekday: bool = False, digits: bool = False) -> SafeString:
    """A day: „вторник, 13 октомври 2026“ where a person plans by it, 13.10.2026 in tables."""
    if on is None:
        return format_html("{}", "–")
    if isinstance(on, datetime):
        on = localtime(on).date()
    text = day_digits(on) if digits else day_words(on, _language(), weekday=weekday)
    return format_html('<time datetime="{}" class="k-num">{}</time>', on.isoformat(), text)


@register.simple_tag
def moment(*, at: datetime | None, digits: bool = True) -> SafeString:
    """A moment in Skopje time: 13.10.2026, 10:05."""
    if at is None:
        return format_html("{}", "–")
    here = localtime(at)
    text = day_digits(here.date()) if digits else day_words(here.date(), _language(), weekday=True)
    return format_html(
        '<time datetime="{}" class="k-num">{}, {}</time>',
        here.isoformat(timespec="minutes"),
        text,
        f"{here:%H:%M}",
    )


@register.simple_tag
def status(*, word: Any, kind: str = "plain") -> SafeString:
    """A state: a word and a sign, never colour alone. Kinds: plain waiting here good warn bad official."""
    if kind not in STATUS_KINDS:
        raise ValueError(f"no status looks like {kind}")
    return format_html('<span class="k-status k-status--{}">{}</span>', kind, _said(word))


@register.simple_tag
def stamp(*, number: str, label: Any, on: date | None = None) -> SafeString:
    """An official number, shown huge as soon as it is given."""
    return format_html(
        '<div class="k-stamp"><span class="k-stamp__label">{}</span>'
        '<span class="k-stamp__number">{}</span>{}</div>',
        label,
        number,
        format_html('<span class="k-stamp__day">{}</span>', day(on=on, weekday=True)) if on else "",
    )


@register.simple_tag
def document(*, url: str, name: Any, media_type: str = "", size: int | None = None) -> SafeString:
    """A link to a paper, with its kind and size."""
    kind = PAPER_KINDS.get(media_type, media_type.rpartition("/")[2].upper())
    facts = ", ".join(part for part in (kind, filesizeformat(size) if size is not None else "") if part)
    return format_html(
        '<span class="k-file"><a href="{}">{}</a>{}</span>',
        url,
        _said(name),
        format_html(' <span class="k-small k-soft k-nowrap">{}</span>', facts) if facts else "",
    )


@register.simple_tag
def back(*, items: Sequence[tuple[Any, str]]) -> SafeString:
    """Out of a form without doing the deed: to the last of the `crumbs`."""
    if not items:
        return SafeString("")
    return format_html('<a href="{}">{}</a>', items[-1][1], gettext("Go back"))


@register.simple_tag
def crumbs(*, items: Sequence[tuple[Any, str]]) -> SafeString:
    """The way here: (label, address) from the top, without the page itself."""
    if not items:
        return SafeString("")
    return format_html(
        '<nav class="k-crumbs" aria-label="{}"><ol>{}</ol></nav>',
        gettext("You are here"),
        format_html_join("", '<li><a href="{}">{}</a></li>', ((url, _said(label)) for label, url in items)),
    )


@register.simple_tag
def tabs(*, items: Iterable[tuple[Any, str, bool]], label: Any) -> SafeString:
    """Views of the same thing as links: (label, address, is it this one)."""
    lines = (
        (url, SafeString(' aria-current="page"') if here else "", _said(text)) for text, url, here in items
    )
    return format_html(
        '<nav aria-label="{}"><ul class="k-tabs">{}</ul></nav>',
        label,
        format_html_join("", '<li><a href="{}"{}>{}</a></li>', lines),
    )
