"""Filters of the pages of acts."""

from collections.abc import Mapping
from typing import Any

from django.template import Library

from konak.kernel.ui.components.inputs import LANGUAGE_NAMES

register = Library()


@register.filter
def language(code: str) -> str:
    """The language's own name."""
    return LANGUAGE_NAMES.get(code, code)


@register.filter
def of(table: Mapping[str, Any], key: str) -> Any:
    """The entry of a table."""
    return table[key]
