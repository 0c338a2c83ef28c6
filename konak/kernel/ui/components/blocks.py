"""Parts that hold other content."""

from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from konak.kernel.ui.components import register
from konak.kernel.ui.components.text import _said, day


@register.simple_block_tag
def notice(content: SafeString, *, kind: str = "info", title: Any = "") -> SafeString:
    """A banner. Kinds: info good warn bad; without a title it says its kind."""
    title = (
        title
        or {
            "info": gettext("Notice"),
            "good": gettext("Done"),
            "warn": gettext("Attention"),
            "bad": gettext("Not possible"),
        }[kind]
    )
    return format_html(
        '<section class="k-notice k-notice--{}" aria-label="{}"><p class="k-notice__title">{}</p>'
        "{}</section>",
        kind,
        title,
        title,
        content,
    )


@register.simple_block_tag
def panel(content: SafeString, *, title: Any = "", level: int = 2) -> SafeString:
    """A framed part of a page with its own heading."""
    head = format_html('<h{0} class="k-panel__title">{1}</h{0}>', level, title) if title else ""
    return format_html('<section class="k-panel">{}{}</section>', head, content)


@register.simple_block_tag
def details(content: SafeString, *, summary: Any, open: bool = False) -> SafeString:
    """What only some readers need; open when something in it is wrong."""
    wrong = "k-form-group--error" in content
    return format_html(
        '<details class="k-details"{}><summary class="k-details__summary">'
        '<span class="k-details__summary-text">{}</span></summary>'
        '<div class="k-details__text">{}</div></details>',
        SafeString(" open") if open or wrong else "",
        summary,
        content,
    )


@register.simple_block_tag
def summary(content: SafeString) -> SafeString:
    """A list of facts about one thing; hold `row`s."""
    return format_html('<dl class="k-summary">{}</dl>', content)


@register.simple_block_tag
def row(content: SafeString, *, key: Any) -> SafeString:
    """One fact of a `summary`."""
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", key, content)


@register.simple_block_tag
def timeline(content: SafeString, *, label: Any = "") -> SafeString:
    """How a thing came to be, oldest first; hold `event`s."""
    return format_html('<ol class="k-timeline" aria-label="{}">{}</ol>', label or gettext("History"), content)


@register.simple_block_tag
def event(
    content: SafeString, *, title: Any, on: date | None = None, who: Any = "", kind: str = "plain"
) -> SafeString:
    """One step of a `timeline`. Kinds: plain now official."""
    when = day(on=on) if on else ""
    between = " · " if on and who else ""
    return format_html(
        '<li class="k-timeline__{}"><p class="k-timeline__title">{}</p>'
        '<p class="k-timeline__when">{}{}{}</p>{}</li>',
        kind,
        _said(title),
        when,
        between,
        _said(who),
        content,
    )


@register.simple_block_tag
def act_text(content: SafeString, *, lang: str) -> SafeString:
    """The text of an act on screen, in its own language."""
    return format_html('<article class="k-act" lang="{}">{}</article>', lang, content)


@register.simple_block_tag
def buttons(content: SafeString) -> SafeString:
    """Buttons in a row."""
    return format_html('<div class="k-buttons">{}</div>', content)


@register.simple_block_tag
def fieldset(content: SafeString, *, legend: Any, hint: Any = "") -> SafeString:
    """Fields that belong together."""
    return format_html(
        '<fieldset class="k-fieldset"><legend class="k-fieldset__legend k-fieldset__legend--large">'
        "{}</legend>{}{}</fieldset>",
        legend,
        format_html('<p class="k-hint">{}</p>', hint) if hint else "",
        content,
    )


@register.simple_block_tag
def fields(content: SafeString) -> SafeString:
    """Fields beside each other where there is room."""
    return format_html('<div class="k-row">{}</div>', content)


@register.simple_block_tag
def about(content: SafeString) -> SafeString:
    """The right column: state, terms, people, next deeds, history.

    Goes with `{% block layout %} k-office--about{% endblock %}`.
    """
    return format_html('<aside class="k-about" aria-label="{}">{}</aside>', gettext("About this"), content)
