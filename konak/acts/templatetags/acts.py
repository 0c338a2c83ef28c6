"""Filters of the pages of acts."""

from collections.abc import Mapping
from typing import Any

from django.template import Library
from django.utils.translation import get_language

from konak import lex
from konak.kernel.ui.components.inputs import LANGUAGE_NAMES

register = Library()


@register.filter
def language(code: str) -> str:
    """The language's own name."""
    return LANGUAGE_NAMES.get(code, code)


@register.filter
def cited(place: str) -> str:
    """An address in the reader's language: „член 3“."""
    return lex.cite(place, get_language() or "mk")


@register.filter
def of(table: Mapping[str, Any], key: str) -> Any:
    """The entry of a table."""
    return table[key]
