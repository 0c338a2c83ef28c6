"""Tables, pages of a list, progress."""

import re
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from konak.kernel.i18n import number
from konak.kernel.ui.components import register
from konak.kernel.ui.components.text import _language
from konak.kernel.ui.lists import Head

_ARIA = {"up": SafeString(' aria-sort="ascending"'), "down": SafeString(' aria-sort="descending"'), "": ""}
_SIGN = {"up": " ↑", "down": " ↓", "": ""}


def _head(head: Head) -> SafeString:
    label: Any = head.label
    if head.url:
        label = format_html(
            '<a href="{}">{}<span aria-hidden="true">{}</span></a>', head.url, head.label, _SIGN[head.sorted]
        )
    kind = SafeString(' class="k-table__number"') if head.numeric else ""
    return format_html('<th scope="col"{}{}>{}</th>', kind, _ARIA[head.sorted], label)


@register.simple_block_tag
def datatable(
    content: SafeString,
    *,
    caption: Any,
    columns: list[Head],
    rows: Any,
    empty: Any = "",
    first_step: Any = "",
) -> SafeString:
    """A dense table; the content is its `<tr>`s. Without rows: what this place is for, and the first step."""
    if not len(rows):
        return format_html(
            '<div class="k-empty"><div class="k-weave"></div><p><strong>{}</strong></p>{}</div>',
            empty or gettext("Nothing is here."),
            format_html("<p>{}</p>", first_step) if first_step else "",
        )
    return format_html(
        '<div class="k-scroll" role="region" aria-label="{}" tabindex="0"><table class="k-table">'
        "<caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        caption,
        caption,
        format_html_join("", "{}", ((_head(column),) for column in columns)),
        _as_cards(content, columns),
    )


_CELLS = re.compile(
    r"<tr|<th|<td(?P<plain>[^>]*)>(?=\s*(?P<known><span class=\"k-status|</td>)?)(?P<none>–</td>)?"
)


def _as_cards(rows: SafeString, columns: list[Head]) -> SafeString:
    """On a phone a row is a card: each cell says its column, unless it is empty or a state, which says itself."""
    labels = [escape(column.label) for column in columns]
    at = 0

    def named(found: re.Match[str]) -> str:
        nonlocal at
        whole = found.group()
        if whole == "<tr":
            at = -1
            return whole
        at += 1
        if whole == "<th" or found["known"] or at >= len(labels):
            return whole
        if found["none"]:
            return f"<td data-none{found['plain']}>{found['none']}"
        return f'<td data-label="{labels[at]}"{found["plain"]}>'

    return SafeString(_CELLS.sub(named, rows))


@register.simple_tag(takes_context=True)
def pagination(context: Context, *, page: Page[Any]) -> SafeString | str:
    """Pages of a list as links that keep the reader's filters and order."""
    request: HttpRequest = context["request"]
    paginator = page.paginator
    if paginator.num_pages < 2:
        return ""

    def address(target: int) -> str:
        query = request.GET.copy()
        query["page"] = str(target)
        return f"?{query.urlencode()}"

    def item(target: int | str) -> SafeString:
        if not isinstance(target, int):
            return format_html("<li><span>{}</span></li>", target)
        here = SafeString(' aria-current="page"') if target == page.number else ""
        label = gettext("Page %(number)s") % {"number": target}
        return format_html(
            '<li><a href="{}" aria-label="{}"{}>{}</a></li>', address(target), label, here, target
        )

    around = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    before = after = SafeString("")
    if page.has_previous():
        before = format_html('<a href="{}" rel="prev">{}</a>', address(page.number - 1), gettext("Previous"))
    if page.has_next():
        after = format_html('<a href="{}" rel="next">{}</a>', address(page.number + 1), gettext("Next"))
    shown = gettext("%(first)s–%(last)s of %(total)s") % {
        "first": number(page.start_index(), _language()),
        "last": number(page.end_index(), _language()),
        "total": number(paginator.count, _language()),
    }
    return format_html(
        '<nav class="k-pages" aria-label="{}"><p class="k-pages__words">{}</p>{}<ul>{}</ul>{}</nav>',
        gettext("Pages"),
        shown,
        before,
        format_html_join("", "{}", ((item(int(t) if str(t).isdigit() else str(t)),) for t in around)),
        after,
    )


@register.simple_tag
def progress(*, done: int, of: int, label: Any, url: str = "", every: int = 2) -> SafeString:
    """How far a slow thing is. With `url` it asks itself again every few seconds until it is done."""
    again: SafeString | str = ""
    if url and done < of:
        again = format_html(
            ' hx-get="{}" hx-trigger="every {}s" hx-select=".k-progress" hx-swap="outerHTML"', url, every
        )
    return format_html(
        '<div class="k-progress" role="status"{}><span>{}: {}</span>'
        '<progress aria-label="{}" value="{}" max="{}"></progress></div>',
        again,
        label,
        gettext("%(done)s of %(all)s") % {"done": number(done, _language()), "all": number(of, _language())},
        label,
        done,
        of,
    )
