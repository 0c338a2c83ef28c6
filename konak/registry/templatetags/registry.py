"""What the templates of the писарница need beside the parts of the face."""

from django import template
from django.utils.translation import get_language

from konak.kernel.journal import Entry

register = template.Library()


@register.simple_tag
def told(*, entry: Entry) -> str:
    """The sentence of a journal entry in the reader's language."""
    return entry.sentence(get_language() or "mk")
