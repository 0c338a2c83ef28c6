"""The form field for words in several languages: one labelled input per language, side by side."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .words import Words

NAMES = {
    "mk": _("in Macedonian"),
    "sq": _("in Albanian"),
    "sr": _("in Serbian"),
    "rom": _("in Romani"),
    "tr": _("in Turkish"),
    "en": _("in English"),
}


class WordsWidget(forms.MultiWidget):
    """One text input for each language, each with its own `lang`."""

    def __init__(self, languages: tuple[str, ...], attrs: dict[str, Any] | None = None) -> None:
        self.languages = languages
        super().__init__({lang: forms.TextInput(attrs={"lang": lang}) for lang in languages}, attrs)

    def decompress(self, value: Words | None) -> list[str]:
        return [(value or {}).get(lang, "") for lang in self.languages]


def _in_his_language(lang: str) -> str:
    return gettext("Fill in the text %(lang)s.") % {"lang": NAMES[lang]}


# In the language of whoever reads the form, not of whoever loaded its class.
_missing = lazy(_in_his_language, str)


class WordsFormField(forms.MultiValueField):
    """Gives `{language: text}` with what was filled in; all languages in `needed` must be."""

    def __init__(
        self, *, languages: tuple[str, ...] = ("mk", "sq"), needed: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        self.languages = languages
        fields = [
            forms.CharField(
                label=NAMES[lang],
                required=lang in needed,
                error_messages={"required": _missing(lang)},
            )
            for lang in languages
        ]
        kwargs.setdefault("widget", WordsWidget(languages))
        super().__init__(fields=fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> Words:
        return {
            lang: text.strip() for lang, text in zip(self.languages, data_list, strict=False) if text.strip()
        }
