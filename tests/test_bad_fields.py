"""Every form of the office, sent empty and sent full of nonsense: all reasons at once, in the clerk's language.

The forms come from the addresses of `grids/urls.txt`; whose duty a form is, from the same grid.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.db import transaction
from django.forms import CharField
from django.urls import resolve

from konak.kernel.i18n import tidy
from konak.kernel.org import persons
from konak.kernel.people import Account
from konak.kernel.ui.views import DeedView

from .test_urls import LOGINS, at_desk, grid, morning
from .things import named

__all__ = ["morning"]

LANGUAGES = ("mk", "sq")
# ways to be wrong: signs nobody sees, markup, too large, no such day, too long
NONSENSE = ("\x00\u202e\u200b\x07", "<b>'\"&„“’</b>", "9" * 30, "31.02.2026", "Ѓ" * 5_000)
# the form is right but for this, so that the deed meets it
ONE_BY_ONE = ("9" * 30, "-1", "31.12.9999", "Ѓ" * 300, "1\r\n2", "²")
# what the journal says of the other clerk is told in the words he used
MEANWHILE = ("додека ви беше отворено", "derisa e kishit hapur")
REFUSED = (409, 422)  # somebody wrote a newer text meanwhile; anything else


class Shown(NamedTuple):
    """A form as a browser has it: what is to be filled in, and what the page hides in it."""

    fields: dict[str, str]
    hidden: dict[str, str]


def forms() -> Iterator[tuple[str, str]]:
    """Address of each form of the office, and a login that has the duty."""
    for _, address, answers in grid():
        view = getattr(resolve(re.sub(r"{\w+}", "1", address)).func, "view_class", None)
        login = next((who for who in ("session", *LOGINS) if answers[who] == "200"), "")
        if view and login and issubclass(view, DeedView):
            yield address, login


FORMS = list(dict.fromkeys(forms()))


def shown(page: str) -> Shown:
    """The deed's form, filled in with something that could be right."""
    fields: dict[str, str] = {}
    hidden: dict[str, str] = {}
    (form,) = re.findall(r'<form method="post"[^>]* class="k-form.*?</form>', page, re.S) or [""]
    for tag in re.findall(r"<input[^>]*>", form):
        part = dict(re.findall(r' (name|type|value|class)="([^"]*)"', tag))
        value = html.unescape(part.get("value", ""))
        match part.get("type", "text"):
            case "hidden":
                hidden[part["name"]] = value
            case "radio" | "checkbox":
                fields.setdefault(part["name"], value)
            case "file":
                continue
            case kind:
                day, number = "k-day" in part.get("class", ""), kind == "number"
                fields[part["name"]] = value or ("13.10.2026" if day else "1" if number else "Текст")
    for name, text in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S):
        fields[name] = html.unescape(text).strip() or "Текст"
    for name, choices in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.findall(r'value="([^"]+)" selected', choices) + re.findall(r'value="([^"]+)"', choices)
        fields[name] = next(iter(chosen), "")
    return Shown(fields, hidden)


def sent(client: Any, address: str, said: dict[str, Any]) -> Any:
    """The answer to a POST; nothing of it stays."""
    with transaction.atomic():
        answer = client.post(address, said)
        transaction.set_rollback(True)
    return answer


def summary(page: str) -> list[str]:
    """The lines of the summary, as HTML; it takes the focus by its module."""
    (found,) = re.findall(
        r'<div class="k-error-summary" data-module="k-error-summary">.*?<ul[^>]*>(.*?)</ul>', page, re.S
    )
    return re.findall(r"<li>(.*?)</li>", found, re.S)


def kept(answer: Any, page: Shown, typed: str) -> bool:
    """Every text field that is shown holds what was typed, but for the signs that nobody sees."""
    form, wanted = answer.context["form"], tidy(typed)
    texts = [form[name] for name in page.fields if name in form.fields and "password" not in name]
    return all(bound.value() == wanted for bound in texts if type(bound.field) is CharField)


def foreign(text: str, language: str, typed: str) -> list[str]:
    """Words of another language than the clerk's; what was typed, and what is quoted, is his own."""
    text = re.sub(r"„[^“]*“", "", html.unescape(re.sub(r"<[^>]+>", " ", text)).replace(typed or "\0", ""))
    if language == "mk":
        return [word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in ("PDF", "MB", "Shqip")]
    return re.findall(
        r"\b(?:the|this|is|not|of|field|value|valid|choice|enter|ensure|must|please)\b|[Ѐ-ӿ]+", text
    )


def complaints(answer: Any, language: str, typed: str) -> list[str]:
    """What is wrong with a refusal; a good one has nothing."""
    page = answer.content.decode()
    lines, form = summary(page), answer.context["form"]
    found = [] if lines else ["the summary is empty"]
    for name, errors in form.errors.items():
        shown_beside = name in form.fields and not form[name].is_hidden
        for error in errors if shown_beside else ():
            if not any(str(error) in html.unescape(line) for line in lines):
                found.append(f"{name}: the summary lacks “{error}”")
        if shown_beside and not any(f'href="#id_{name}' in line for line in lines):
            found.append(f"{name}: no link leads there")
    for target in re.findall(r'href="#([^"]+)"', "".join(lines)):
        if f'id="{target}"' not in page:
            found.append(f"the link #{target} leads nowhere")
    told = " ".join(line for line in lines if not any(sign in line for sign in MEANWHILE))
    for person in persons():
        told = told.replace(person.name, "")
    return found + [f"foreign: {word} in {told}" for word in foreign(told, language, typed)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("address", "login"), FORMS)
def test_an_empty_form_says_all_that_is_missing(town: Any, address: str, login: str, language: str) -> None:
    Account.objects.filter(username=login).update(language=language)
    client, address = at_desk(login), named(address)
    form = client.get(address).context["form"]
    asks = [name for name, field in form.fields.items() if field.required and not form[name].is_hidden]
    answer = sent(client, address, {})
    if answer.status_code == 302:
        assert asks == []
        return
    assert answer.status_code in REFUSED
    assert complaints(answer, language, "") == []


@pytest.mark.parametrize(("address", "login"), FORMS)
def test_nonsense_is_refused_with_words_and_kept_as_typed(town: Any, address: str, login: str) -> None:
    client, address = at_desk(login), named(address)
    page = shown(client.get(address).content.decode())
    for number, typed in enumerate(NONSENSE):
        language = LANGUAGES[number % 2]
        Account.objects.filter(username=login).update(language=language)
        answer = sent(client, address, {**page.hidden, **dict.fromkeys(page.fields, typed)})
        assert answer.status_code in (302, 422), typed
        if answer.status_code == 422:
            assert complaints(answer, language, typed) == [], typed
            assert kept(answer, page, typed), typed


@pytest.mark.slow
@pytest.mark.parametrize(("address", "login"), FORMS)
def test_one_field_of_nonsense_among_good_ones_is_no_fault(town: Any, address: str, login: str) -> None:
    client, address = at_desk(login), named(address)
    page = shown(client.get(address).content.decode())
    for name in page.fields:
        for typed in ONE_BY_ONE:
            answer = sent(client, address, {**page.hidden, **page.fields, name: typed})
            assert answer.status_code in (302, 422), (name, typed)


@pytest.mark.slow
@pytest.mark.parametrize(("address", "login"), FORMS)
def test_what_a_page_hides_may_come_back_spoilt(town: Any, address: str, login: str) -> None:
    client, address = at_desk(login), named(address)
    page = shown(client.get(address).content.decode())
    for name in page.hidden:
        for typed in ("", "9" * 30, "\x00x"):
            answer = sent(client, address, {**page.fields, **page.hidden, name: typed})
            assert answer.status_code in (302, *REFUSED), (name, typed)
            if answer.status_code in REFUSED:
                assert complaints(answer, "mk", "") == [], (name, typed)
