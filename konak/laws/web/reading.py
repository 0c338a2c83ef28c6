"""The reading log of the Official Gazette, and an issue read line by line."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.errors import Reason, Refused
from konak.kernel.ui.forms import Form
from konak.kernel.ui.views import DeedView, Screen
from konak.laws import actions, queries
from konak.laws.law import contents
from konak.laws.models import Reading, Regulation
from konak.laws.rules import KEEPERS
from konak.laws.web.regulations import tabs, to_list

ANSWERS = {
    "nothing": _("does not concern us"),
    "note": _("concerns us: into the log"),
    "follow": _("concerns us: follow it from now on"),
}


LONG = _(
    "Line %(line)s has %(signs)s signs, and a line may have %(most)s. Break it, so that each regulation stands on a"
    " line of its own."
)
MANY = _(
    "From line %(first)s on there are more than %(lines)s lines. Take out what does not concern us, and read the"
    " contents again."
)
SAID = 10  # lines that are too long, said at once


class ReadForm(Form):
    number = forms.IntegerField(label=pgettext_lazy("gazette", "Issue number"), min_value=1, max_value=400)
    year = forms.IntegerField(label=_("Year"), min_value=1990, max_value=2199)
    pasted = forms.CharField(
        label=_("Contents of the issue"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": "8"}),
        help_text=_("Paste it from the gazette's page, a regulation on each line."),
    )
    found = forms.CharField(
        label=_("What in it concerns us, in your words"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "3"}),
    )

    def __init__(self, *args: Any, lines: list[contents.Line], **options: Any) -> None:
        super().__init__(*args, **options)
        for place, line in enumerate(lines):
            may = [(code, label) for code, label in ANSWERS.items() if code != "follow" or line.does == "new"]
            self.fields[f"line_{place}"] = forms.ChoiceField(label=line.text, choices=may, required=False)

    def clean_pasted(self) -> str:
        """Contents are read whole or not at all: which line is too long, from which line on they are too many."""
        pasted = str(self.cleaned_data["pasted"])
        long, first = contents.excess(pasted)
        wrong = [
            LONG % {"line": line, "signs": signs, "most": contents.LONGEST} for line, signs in long[:SAID]
        ]
        if first:
            wrong.append(MANY % {"first": first, "lines": contents.MOST})
        if wrong:
            raise forms.ValidationError(wrong)
        return pasted


class LogView(Screen):
    """The log of one year, newest issue first; what is missing between is said."""

    template_name = "laws/log.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        asked = request.GET.get("year", "")
        year = int(asked) if asked.isdigit() and len(asked) == 4 else self.at.year
        page = Paginator(queries.readings(self.actor, year), 50).get_page(request.GET.get("page"))
        return self.show(
            {
                "tabs": tabs("log"),
                "year": year,
                "before": year - 1,
                "after": year + 1 if year < self.at.year else None,
                "page": page,
                "unread": queries.unread(self.actor, year),
                "may_keep": self.actor.has(*KEEPERS),
            }
        )


class ReadView(DeedView):
    """An issue read: its pasted contents line by line, what each does, and what of it concerns us."""

    form_class = ReadForm
    template_name = "laws/read.html"
    title = _("Log an issue that was read")
    verb = _("Keep in the log")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (_("Reading log"), reverse("laws:log"))]

    def lines(self) -> list[contents.Line]:
        return contents.lines(self.request.POST.get("pasted", ""))

    def initial(self) -> dict[str, Any]:
        return {"year": self.at.year}

    def form_options(self) -> dict[str, Any]:
        return {"lines": self.lines()}

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "look" in request.POST:
            data = request.POST.copy()
            for place, (line, known) in enumerate(self.understood()):
                data.setdefault(f"line_{place}", "note" if known and line.does != "new" else "nothing")
            form = self.form(data=data)
            form.is_valid()
            return self.page(form)
        return super().post(request, **parts)

    def understood(self) -> list[tuple[contents.Line, Regulation | None]]:
        """Each line with the regulation of ours that it names."""
        known = queries.named_in(line.name for line in self.lines())
        return [(line, known.get(line.name)) for line in self.lines()]

    def page(self, form: Form, status: int = 200) -> HttpResponse:
        rows = [(line, known, form[f"line_{place}"]) for place, (line, known) in enumerate(self.understood())]
        return self.show({"form": form, "thing": None, "rows": rows}, status)

    def deed(self, form: Form) -> Reading:
        said = form.cleaned_data
        chosen = [(said[f"line_{n}"], line) for n, line in enumerate(self.lines())]
        unnamed = [
            Reason(
                _("This line does not begin with a kind of regulation; it cannot be followed from here."),
                way_out=_("Put it into the log, and enter the regulation by hand."),
                field=f"line_{n}",
            )
            for n, (answer, line) in enumerate(chosen)
            if answer == "follow" and not line.name
        ]
        if unnamed:
            raise Refused(*unnamed)
        noted = [line.text for answer, line in chosen if answer in ("note", "follow")]
        return actions.note_reading(
            self.actor,
            number=said["number"],
            year=said["year"],
            found="\n".join(filter(None, (said["found"].strip(), *noted))),
            new=[line for answer, line in chosen if answer == "follow"],
            at=self.at,
            key=said["key"] or None,
        )

    def told(self, result: Reading) -> Any:
        return _("Issue %(number)s/%(year)s stands in the log. Record the changes that it brought.") % {
            "number": result.number,
            "year": result.year,
        }

    def next_url(self, result: Any) -> str:
        return f"{reverse('laws:log')}?year={result.year}"
