"""Forms of acts."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.acts.models import Body, Proposer
from konak.kernel.i18n import pick
from konak.kernel.i18n.forms import WordsFormField
from konak.kernel.ui.components.inputs import LANGUAGE_NAMES
from konak.kernel.ui.forms import DayField, FileField, Form


class DraftForm(Form):
    case_number = forms.CharField(
        label=_("Case"),
        required=False,
        max_length=24,
        help_text=_("Number of the case, for example 08-155. Empty: a new case of your unit."),
    )
    kind = forms.ChoiceField(label=_("Kind of act"))
    body = forms.ChoiceField(label=_("Who adopts it"), choices=Body.choices, widget=forms.RadioSelect)
    proposer = forms.ChoiceField(label=_("Proposed by"), choices=Proposer.choices)
    amends = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = WordsFormField(
        label=_("Title"),
        required=False,
        help_text=_(
            "With its kind: „Одлука за …“, „Vendim për …“. Empty where another act is amended: made from it."
        ),
    )

    def __init__(
        self,
        *args: Any,
        kinds: dict[str, Any],
        language: str,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        names = [(code, pick(kind["name"], language)[0]) for code, kind in kinds.items()]
        self.fields["kind"] = forms.ChoiceField(label=_("Kind of act"), choices=names)


class Box(forms.CharField):
    """A text in one language. Whether it may stay empty is the deed's to say."""

    def validate(self, value: Any) -> None:
        """Nothing here."""


class TextsForm(Form):
    """One box for each language, with the version it was opened on."""

    def __init__(self, *args: Any, languages: Iterable[str], rows: int = 24, **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = list(languages)
        for lang in self.languages:
            box = forms.Textarea(attrs={"lang": lang, "rows": str(rows), "spellcheck": "true"})
            self.fields[f"text_{lang}"] = Box(
                label=LANGUAGE_NAMES.get(lang, lang),
                widget=box,
                strip=False,
            )
            self.fields[f"seen_{lang}"] = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[f"text_{lang}"] for lang in self.languages]

    def words(self) -> dict[str, str]:
        """What stands in the boxes now: typed, or what the form opened with."""
        return {lang: str(self[f"text_{lang}"].value() or "") for lang in self.languages}

    def seen(self) -> dict[str, int]:
        """The versions that the form was opened on, as it carries them."""
        said = {lang: str(self[f"seen_{lang}"].value() or "") for lang in self.languages}
        return {lang: int(number) if number.isdigit() else 0 for lang, number in said.items()}

    def go_on(self, versions: Mapping[str, int]) -> None:
        """After the newer versions were shown: the next time these are what the form was opened on."""
        self.data = cast(QueryDict, self.data).copy()
        for lang, number in versions.items():
            self.data[self.add_prefix(f"seen_{lang}")] = str(number)


class ProvisionForm(TextsForm):
    """The heading and the lines of one provision in each language."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, rows=10, **options)
        for lang in self.languages:
            self.fields[f"heading_{lang}"] = forms.CharField(
                label=_("Heading"),
                required=False,
                max_length=600,
                widget=forms.TextInput(attrs={"lang": lang}),
            )

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"heading_{lang}"], self[f"text_{lang}"]) for lang in self.languages]

    def typed(self) -> dict[str, tuple[str, str]]:
        words = self.words()
        return {lang: (str(self[f"heading_{lang}"].value() or ""), words[lang]) for lang in self.languages}


HOW = {
    "before": _("Add a provision before it"),
    "after": _("Add a provision after it"),
    "split": _("Split it from a paragraph on"),
    "merge": _("Merge it with the next one"),
    "up": _("Move it up"),
    "down": _("Move it down"),
    "remove": _("Remove it from the draft"),
    "renumber": _("Renew the numbers of all provisions"),
}


class ShapeForm(Form):
    """What to do to the list of provisions, with the versions it was opened on."""

    how = forms.ChoiceField(label=_("What to do"), choices=list(HOW.items()), widget=forms.RadioSelect)
    line = forms.IntegerField(
        label=_("From which paragraph the new provision begins"),
        required=False,
        min_value=2,
        help_text=_("Only for splitting: 2 or more."),
    )

    def __init__(self, *args: Any, languages: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = list(languages)
        for lang in self.languages:
            self.fields[f"seen_{lang}"] = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def seen(self) -> dict[str, int]:
        return {lang: self.cleaned_data.get(f"seen_{lang}") or 0 for lang in self.languages}


OPERATIONS = {
    "replace_words": _("Replace words"),
    "insert_words_after": _("Insert words after others"),
    "insert_words_before": _("Insert words before others"),
    "delete_words": _("Delete words"),
    "replace_end": _("Change the sign at the end"),
    "replace": _("Write it anew"),
    "insert": _("Insert a new provision"),
    "repeal": _("Repeal it"),
    "replace_heading": _("Change the heading"),
    "renumber": _("Give it another number"),
    "repeal_act": _("Repeal the whole act"),
    "applies_from": _("Say from when it applies"),
    "in_force": _("Say when the decision enters into force"),
}
UNITS = {
    "art": _("article"),
    "para": _("paragraph"),
    "point": _("point"),
    "sub": _("sub-point"),
    "indent": _("indent"),
    "sent": _("sentence"),
    "chp": _("chapter"),
    "item": _("item"),
    "annex": _("annex"),
}


class ChangeForm(Form):
    """One change in an act in force: where, what, and the words in each language."""

    op = forms.ChoiceField(label=_("What to do"), choices=list(OPERATIONS.items()))
    target = forms.ChoiceField(label=_("Where"))
    everywhere = forms.BooleanField(label=_("Everywhere in this place, not only once"), required=False)
    unit = forms.ChoiceField(label=_("What is inserted"), choices=list(UNITS.items()), required=False)
    where = forms.ChoiceField(
        label=_("Where it is inserted"),
        choices=[("after", _("after it")), ("before", _("before it")), ("end", _("at its end"))],
        required=False,
    )
    number = forms.CharField(
        label=_("Number of the new provision, or the new number"),
        required=False,
        max_length=12,
        help_text=_("For example 5-а, or 3. Empty: the next free one."),
    )
    days = forms.IntegerField(label=_("Days after publication"), required=False, min_value=0, max_value=365)
    day = DayField(label=_("Day from which it applies"), required=False)

    def __init__(
        self, *args: Any, languages: Iterable[str], places: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.languages = list(languages)
        self.fields["target"] = forms.ChoiceField(label=_("Where"), choices=places)
        names = (
            ("heading", _("Heading"), 1),
            ("old", _("Words that stand there"), 2),
            ("new", _("New words"), 6),
        )
        for lang in self.languages:
            for name, label, rows in names:
                box = forms.Textarea(attrs={"lang": lang, "rows": str(rows)})
                self.fields[f"{name}_{lang}"] = forms.CharField(
                    label=f"{label} ({LANGUAGE_NAMES.get(lang, lang)})", required=False, widget=box
                )

    @property
    def words_boxes(self) -> list[list[forms.BoundField]]:
        return [[self[f"{name}_{lang}"] for lang in self.languages] for name in ("old", "new")]

    @property
    def headings(self) -> list[forms.BoundField]:
        return [self[f"heading_{lang}"] for lang in self.languages]

    @property
    def says_more(self) -> bool:
        """Whether what was chosen needs what stands in the fold."""
        return str(self["op"].value()) in ("insert", "renumber", "applies_from", "in_force")


class UploadForm(Form):
    """A file with the text of an act, and which languages stand in it."""

    file = FileField(
        label=_("File"), help_text=_("A text document, a PDF with text, or plain text."), limit=48_000_000
    )
    lang = forms.ChoiceField(label=_("Language of the text"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, languages: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(lang, LANGUAGE_NAMES.get(lang, lang)) for lang in languages]
        self.fields["lang"] = forms.ChoiceField(
            label=_("Language of the text"),
            choices=[*names, ("all", _("all, side by side in the file"))],
            widget=forms.RadioSelect,
        )


class SentencesForm(TextsForm):
    """Pasted amending decisions, and what to do with each of their sentences."""

    def __init__(self, *args: Any, rows_read: int = 0, **options: Any) -> None:
        super().__init__(*args, rows=12, **options)
        choices = [
            ("take", _("accept")),
            ("own", _("own provision of the decision")),
            ("leave", _("leave out")),
        ]
        for at in range(rows_read):
            self.fields[f"do_{at}"] = forms.ChoiceField(
                label=_("Sentence %(n)s") % {"n": at + 1}, choices=choices, required=False
            )

    def chosen(self, at: int) -> str:
        return str(self.cleaned_data.get(f"do_{at}") or "leave")


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Words of the title"), required=False, max_length=200)


def _said(label: Any, hint: Any = "") -> forms.CharField:
    box = forms.Textarea(attrs={"rows": "4", "spellcheck": "true"})
    return Box(label=label, help_text=hint, max_length=10_000, widget=box)


class CommentForm(Form):
    text = _said(
        _("Question or remark"), _("Only those who work on the draft read it; it is never published.")
    )


class AnswerForm(Form):
    text = _said(pgettext_lazy("comment", "Answer"))


class PaperForm(Form):
    fixed_hash = forms.CharField(widget=forms.HiddenInput)
    signed_on = DayField(label=_("Day of signing"))
    scan = FileField(
        label=_("Scan of the signed paper"),
        help_text=_("PDF, at most 25 MB."),
        allow=frozenset({"application/pdf"}),
        limit=25 << 20,
    )


class DigitalForm(Form):
    fixed_hash = forms.CharField(widget=forms.HiddenInput)


class PromulgateForm(Form):
    without = forms.CharField(
        label=_("Why it is published before every language is there"), required=False, widget=forms.Textarea
    )


class WithholdForm(Form):
    reason = WordsFormField(label=_("Reasons why the act is held unlawful"))
