"""What a notice says: a sentence in the reader's language, filled from numbers, codes and names."""

from dataclasses import dataclass
from typing import Any

from django.utils import translation

from konak.kernel.errors import Text


@dataclass(frozen=True)
class Template:
    """A kind of notice. `sentence` is lazy, with fields in braces, like the sentence of a fact."""

    name: str
    sentence: Text

    def said(self, fields: dict[str, Any], language: str) -> str:
        with translation.override(language):
            return str(self.sentence).format_map(_Fields(fields))


class _Fields(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


TEMPLATES: dict[str, Template] = {}


def template(name: str, sentence: Text) -> Template:
    """Make a kind of notice known, e.g. `template("registry.routed", _("{number} is yours: {subject}."))`."""
    made = Template(name, sentence)
    TEMPLATES[name] = made
    return made
