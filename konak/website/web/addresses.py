"""Addresses of public things. The id decides; the words behind it are for people and may change."""

from functools import cache

from django.urls import reverse

from konak.kernel.i18n import Words, pick, slug
from konak.kernel.journal import Ref

_PAGES = {"acts.act": "act", "sessions.session": "session", "gazette.issue": "issue"}
_SLUG = 80


@cache
def fixed(name: str, lang: str) -> str:
    """The address of a page that stands at one place in each language."""
    return reverse(f"website:{name}", args=[lang])


def slug_of(title: Words, lang: str) -> str:
    """The title as part of an address, at most 80 signs, cut between words."""
    words = slug(pick(title, lang)[0])
    return words if len(words) <= _SLUG else words[:_SLUG].rpartition("-")[0]


def act(lang: str, pk: int, title: Words) -> str:
    return reverse("website:act", args=[lang, pk, slug_of(title, lang) or "akt"])


def history(lang: str, pk: int, title: Words) -> str:
    return reverse("website:act-history", args=[lang, pk, slug_of(title, lang) or "akt"])


def issue_pdf(lang: str, pk: int, label: Words) -> str:
    return reverse("website:issue-pdf", args=[lang, pk, slug_of(label, lang)])


def page(lang: str, ref: Ref) -> str:
    """The public page of a thing, empty where its kind has none."""
    name = _PAGES.get(ref.kind)
    return reverse(f"website:{name}", args=[lang, ref.id]) if name else ""
