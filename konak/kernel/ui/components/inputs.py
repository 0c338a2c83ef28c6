"""Forms: error summary, fields, buttons, deeds."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import uuid4

from django import forms
from django.forms import BoundField
from django.middleware.csrf import get_token
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from konak.kernel.people import whose
from konak.kernel.ui.components import register
from konak.kernel.ui.components.text import _said
from konak.kernel.ui.forms import DayInput

LANGUAGE_NAMES = {
    "mk": "Македонски", "sq": "Shqip", "sr": "Српски", "rom": "Romani", "tr": "Türkçe", "en": "English",
}  # fmt: skip


class Line(NamedTuple):
    """One line of an error summary."""

    text: Any
    target: str = ""
    article: Any = ""
    way_out: Any = ""


def _target(bound: BoundField) -> str:
    """Id of the first control of a field, where a link of the summary leads."""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.MultiWidget):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or str(bound.auto_id)


def _lines(form: forms.BaseForm) -> Iterator[Line]:
    reasons = getattr(form, "reasons", ())
    for reason in reasons:
        target = _target(form[reason.field]) if reason.field in form.fields else ""
        yield Line(reason.text, target, reason.article, reason.way_out)
    if reasons or not form.is_bound:
        return
    if any(form[name].is_hidden for name in form.errors if name in form.fields):
        yield Line(gettext("Something that this page carries was lost on the way. Open the page again."))
    for name, errors in form.errors.items():
        if name in form.fields and form[name].is_hidden:
            continue
        for error in errors:
            if name in form.fields:
                yield Line(f"{form[name].label}: {error}", _target(form[name]))
            else:
                yield Line(error)


@register.simple_tag
def error_summary(*, form: forms.BaseForm) -> SafeString | str:
    """All reasons at once, each with its article, the way out and a link to its field; takes the focus."""
    lines = list(_lines(form))
    if not lines:
        return ""
    items = (
        (
            format_html('<a href="#{}">{}</a>', line.target, line.text)
            if line.target
            else format_html("<strong>{}</strong>", line.text),
            format_html(' <span class="k-error-summary__article">{}</span>', line.article)
            if line.article
            else "",
            format_html(' <span class="k-error-summary__way">{}</span>', line.way_out)
            if line.way_out
            else "",
        )
        for line in lines
    )
    return format_html(
        '<div class="k-error-summary" data-module="k-error-summary"><div role="alert">'
        '<h2 class="k-error-summary__title">{}</h2><div class="k-error-summary__body">'
        '<ul class="k-error-summary__list">{}</ul></div></div></div>',
        gettext("This cannot be done yet"),
        format_html_join("", "<li>{}{}{}</li>", items),
    )


def _about(bound: BoundField, hint: Any) -> str:
    """Ids that describe the control."""
    parts = [f"{bound.auto_id}_hint"] if hint else []
    parts += [f"{bound.auto_id}_error"] if bound.errors else []
    return " ".join(parts)


def _class(bound: BoundField, widget: forms.Widget, extra: str = "") -> str:
    base = "k-input"
    if isinstance(widget, forms.Textarea):
        base = "k-textarea"
    elif isinstance(widget, forms.Select):
        base = "k-select"
    elif isinstance(widget, forms.FileInput):
        base = "k-upload"
    size = "k-day" if isinstance(widget, DayInput) else ""
    wrong = f"{base}--error" if bound.errors else ""
    return " ".join(part for part in (base, size, extra, widget.attrs.get("class", ""), wrong) if part)


def _low(widget: forms.Widget) -> None:
    """Django's ten rows are too many for an office screen; whoever asked for another number keeps it."""
    if isinstance(widget, forms.Textarea) and widget.attrs.get("rows") == "10":
        widget.attrs["rows"] = "4"


def _choices(bound: BoundField, kind: str) -> SafeString:
    items = (
        format_html(
            '<div class="k-{0}__item">{1}<label class="k-label k-{0}__label" for="{2}">{3}</label></div>',
            kind,
            choice.tag(wrap_label=False),
            choice.id_for_label,
            choice.choice_label,
        )
        for choice in bound.subwidgets
    )
    return format_html(
        '<div class="k-{0} k-{0}--small" data-module="k-{0}">{1}</div>',
        kind,
        format_html_join("", "{}", ((item,) for item in items)),
    )


def _languages(bound: BoundField) -> SafeString:
    """One control per language side by side; each carries its `lang`."""
    widget = bound.field.widget
    for each in widget.widgets:
        _low(each)
    context = widget.get_context(bound.html_name, bound.value(), {"id": bound.auto_id})
    parts = []
    for part, each in zip(context["widget"]["subwidgets"], widget.widgets, strict=True):
        attrs = part["attrs"]
        language = attrs.get("lang", "")
        attrs["class"] = _class(bound, each)
        attrs.setdefault("spellcheck", "true")
        if bound.errors:
            attrs.update({"aria-invalid": "true", "aria-describedby": f"{bound.auto_id}_error"})
        html = each._render(part["template_name"], {"widget": part}, None)
        parts.append((attrs["id"], language, LANGUAGE_NAMES.get(language, language), html))
    return format_html(
        '<div class="k-words">{}</div>',
        format_html_join(
            "",
            '<div><label class="k-words__label" for="{}"><span lang="{}">{}</span></label>{}</div>',
            parts,
        ),
    )


@register.simple_tag
def field(
    bound: BoundField, *, label: Any = "", hint: Any = "", extra: str = "", optional: bool = True
) -> SafeString:
    """One field of any Django form: label, hint, error, control, in that order.

    `extra` is a class for its width: k-day, k-short. `optional=False` leaves out that it may stay empty, where
    that goes without saying.
    """
    if bound.is_hidden:
        return format_html("{}", bound)
    widget = bound.field.widget
    widget.attrs.pop("placeholder", None)  # allauth's only repeat the labels
    label, hint = label or bound.label, hint or bound.help_text
    hint_html = (
        format_html('<div class="k-hint" id="{}_hint">{}</div>', bound.auto_id, hint)
        if hint
        else SafeString("")
    )
    wrong = (
        format_html(
            '<p class="k-error-message" id="{}_error">{}</p>',
            bound.auto_id,
            " ".join(str(error) for error in bound.errors),
        )
        if bound.errors
        else SafeString("")
    )
    about = _about(bound, hint)
    group = "k-form-group k-form-group--error" if bound.errors else "k-form-group"
    may_stay_empty = (
        SafeString("")
        if not optional or bound.field.required or isinstance(widget, forms.CheckboxInput)
        else format_html(' <span class="k-optional">({})</span>', gettext("optional"))
    )
    if isinstance(widget, forms.CheckboxInput):
        control = bound.as_widget(attrs={"class": "k-checkboxes__input", "aria-describedby": about or False})
        return format_html(
            '<div class="{}">{}<div class="k-checkboxes k-checkboxes--small"><div class="k-checkboxes__item">'
            '{}<label class="k-label k-checkboxes__label" for="{}">{}</label></div></div>{}</div>',
            group, wrong, control, bound.id_for_label, label, hint_html,
        )  # fmt: skip
    inner: SafeString | None = None
    if isinstance(widget, forms.RadioSelect):  # Django's checkbox group is one of these too
        kind = "checkboxes" if isinstance(widget, forms.CheckboxSelectMultiple) else "radios"
        widget.attrs["class"] = f"k-{kind}__input"
        inner = _choices(bound, kind)
    elif isinstance(widget, forms.MultiWidget):
        inner = _languages(bound)
    if inner is not None:
        return format_html(
            '<div class="{}"><fieldset class="k-fieldset"{}><legend class="k-fieldset__legend">{}{}</legend>'
            "{}{}{}</fieldset></div>",
            group,
            format_html(' aria-describedby="{}"', about) if about else "",
            label, may_stay_empty, hint_html, wrong, inner,
        )  # fmt: skip
    _low(widget)
    attrs: dict[str, Any] = {"class": _class(bound, widget, extra), "aria-describedby": about or False}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return format_html(
        '<div class="{}"><label class="k-label" for="{}">{}{}</label>{}{}{}</div>',
        group, bound.id_for_label, label, may_stay_empty, hint_html, wrong, bound.as_widget(attrs=attrs),
    )  # fmt: skip


@register.simple_tag
def all_fields(*, form: forms.BaseForm) -> SafeString:
    """Every visible field in order."""
    return format_html_join("", "{}", ((field(bound),) for bound in form.visible_fields()))


def _csrf(context: Context) -> SafeString:
    token = context.get("csrf_token") or get_token(context["request"])
    mine = whose(context["request"].user)
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}',
        token,
        format_html('<input type="hidden" name="whose" value="{}">', mine) if mine else "",
    )


@register.simple_block_tag(takes_context=True)
def deed_form(
    context: Context,
    content: SafeString,
    *,
    form: forms.BaseForm,
    action: str = "",
    wide: bool = False,
) -> SafeString:
    """A form that leads to a deed: error summary, token, version, key, and the content between."""
    upload = SafeString(' enctype="multipart/form-data"') if form.is_multipart() else ""
    return format_html(
        '{}<form method="post" action="{}" class="k-form{}"{} novalidate>{}{}{}</form>',
        error_summary(form=form),
        action,
        " k-form--wide" if wide else "",
        upload,
        _csrf(context),
        format_html_join("", "{}", ((bound,) for bound in form.hidden_fields())),
        content,
    )


_KINDS = {
    "primary": "",
    "quiet": " k-button--quiet",
    "bad": " k-button--bad",
    "official": " k-button--official",
}


@register.simple_tag
def button(
    *, label: Any, kind: str = "primary", url: str = "", name: str = "", value: str = ""
) -> SafeString:
    """A verb of the office. With `url` a link that looks like a button. Kinds: primary quiet bad official."""
    if url:
        return format_html('<a class="k-button{}" href="{}">{}</a>', _KINDS[kind], url, label)
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html(
        '<button type="submit" class="k-button{}" data-module="k-button"'
        ' data-prevent-double-click="true"{}>{}</button>',
        _KINDS[kind],
        named,
        label,
    )


@register.simple_tag(takes_context=True)
def deed_button(
    context: Context,
    *,
    label: Any,
    url: str,
    version: int | None = None,
    key: str = "",
    kind: str = "primary",
    confirm: Any = "",
    data: dict[str, Any] | None = None,
) -> SafeString:
    """A deed that needs no words: one button that posts. `confirm` asks first, without script."""
    hidden = {"key": key or uuid4().hex, **(data or {})}
    if version is not None:
        hidden["version"] = version
    form = format_html(
        '<form method="post" action="{}" class="k-deed">{}{}{}</form>',
        url,
        _csrf(context),
        format_html_join("", '<input type="hidden" name="{}" value="{}">', hidden.items()),
        button(label=label, kind=kind),
    )
    if not confirm:
        return form
    mark = f"ask-{hidden['key']}"
    return format_html(
        '<button type="button" class="k-button{}" popovertarget="{}">{}</button>'
        '<div class="k-confirm" id="{}" popover role="dialog" aria-label="{}"><p>{}</p>'
        '<div class="k-buttons">{}<button type="button" class="k-button k-button--quiet" popovertarget="{}"'
        ' popovertargetaction="hide">{}</button></div></div>',
        _KINDS[kind], mark, label, mark, label, _said(confirm), form, mark, gettext("Go back"),
    )  # fmt: skip
