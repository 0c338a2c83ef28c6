"""Screens of legality opinions: the list, one opinion, asking, writing, showing, withdrawing, signing, the paper."""

import json
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from konak.acts import opinions, paper, queries
from konak.acts.actions import opinions as deeds
from konak.acts.actions.parts import day_of
from konak.acts.flow import OPINION
from konak.acts.models import Opinion, Sketch
from konak.acts.shown import shown
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.opinion_forms import AskForm, AskOnForm, GiveForm, ShowForm, WithdrawForm, colleagues
from konak.kernel.errors import Reason, Refused
from konak.kernel.files import store
from konak.kernel.journal import Ref
from konak.kernel.org import with_role
from konak.kernel.signing import sign_pdf, signer_of
from konak.kernel.ui import links
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Column, Head
from konak.kernel.ui.views import DeedView, ListView, Screen
from konak.registry import office as registry

VERDICTS = {"agrees": "good", "remarks": "warn", "disagrees": "bad"}
LOOK = {"asked": "waiting", "given": "good", "withdrawn": "plain"}


def to_list() -> list[tuple[Any, str]]:
    return [(_("Legality opinions"), reverse("acts:opinions"))]


class ListOfOpinions(ListView):
    """Opinions by state and term; first what waits for me. 2 queries of its own, 3 on the first look."""

    template_name = "acts/opinions.html"
    columns = (
        Column(key="title", label=_("Text")),
        Column(key="number", label=_("Number")),
        Column(key="due", label=_("By when"), order=("due",)),
        Column(key="state", label=_("State"), order=("state",)),
    )
    sort = "-due"
    shelves = (
        ("mine", _("Waits for me")),
        ("asked", _("Asked for")),
        ("late", _("Late")),
        ("given", _("Given")),
        ("all", _("All")),
    )

    @cached_property
    def shelf(self) -> str:
        asked = self.request.GET.get("show", "")
        if asked in dict(self.shelves):
            return asked
        return "mine" if opinions.waiting_for(self.actor).exists() else "all"

    def rows(self) -> QuerySet[Opinion]:
        found = opinions.visible(self.actor)
        if self.shelf == "mine":
            found = opinions.waiting_for(self.actor)
        elif self.shelf == "late":
            found = found.filter(state="asked", due__lt=day_of(self.at))
        elif self.shelf != "all":
            found = found.filter(state=self.shelf)
        return found.select_related("case", "document")

    def extra(self) -> dict[str, Any]:
        return {
            "tabs": [(label, f"?show={code}", code == self.shelf) for code, label in self.shelves],
            "states": OPINION.states,
            "looks": LOOK,
            "verdicts": VERDICTS,
            "today": day_of(self.at),
        }


class OnOpinion:
    """One opinion the actor may see."""

    def opinion_of(self, pk: int) -> Opinion:
        found = (
            opinions.visible(self.actor)  # type: ignore[attr-defined]
            .select_related("act", "case", "letter", "document", "asked_by", "asked_of", "given_by")
            .filter(pk=pk)
            .first()
        )
        if found is None:
            raise Http404
        return found


class OpinionView(OnOpinion, Screen):
    """Everything about an opinion: who asked, by when and why, what is said, on what, and whether that changed."""

    template_name = "acts/opinion.html"
    check_columns = (
        Head(label=_("Question and basis")),
        Head(label=_("Answer")),
        Head(label=_("Remark")),
    )

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        opinion, day = self.opinion_of(pk), day_of(self.at)
        language = get_language() or "mk"
        now = opinions.current(opinion, day)
        sketches = opinions.sketches(self.actor).filter(opinion=opinion).select_related("author")
        return self.show(
            {
                "opinion": opinion,
                "state": OPINION.states[opinion.state],
                "look": LOOK[opinion.state],
                "verdicts": VERDICTS,
                "steps": self.steps(opinion),
                "sketches": [(sketch, self.answers(sketch, opinion)) for sketch in sketches],
                "outdated": opinions.outdated(opinion, now),
                "newer": opinions.newer_letter(opinion),
                "versions": self.versions(opinion),
                "late": max(0, (day - opinion.due).days) if opinion.state == "asked" else 0,
                "left": (opinion.due - day).days,
                "term": opinions.term(day_of(opinion.asked_at)),
                "languages": queries.languages(day),
                "entries": [
                    (entry, entry.sentence(language)) for entry in opinions.story(self.actor, opinion)
                ],
                "case_url": links.url(Ref("registry.case", opinion.case_id)),
                "document_url": links.url(Ref.of(opinion.document)) if opinion.document else "",
                "crumbs": to_list(),
            }
        )

    def steps(self, opinion: Opinion) -> list[Any]:
        """The deeds with a page; showing only where something is written, signing only once."""
        mine = Sketch.objects.filter(opinion=opinion, author_id=self.actor.person).exists()
        found = OPINION.open_steps(self.actor, opinion, day_of(self.at))
        vain = {"show"} if not mine else set()
        if opinion.state == "given" and opinions.is_signed(opinion):
            vain.add("sign")
        return [step for step in found if step.page and step.verb not in vain]

    def answers(self, sketch: Sketch, opinion: Opinion) -> list[dict[str, Any]]:
        """What is written of the table so far."""
        empty = {"answer": "", "remark": ""}
        asked = opinions.questions(opinion, day_of(self.at))
        return [{**row, **sketch.checks.get(row["code"], empty)} for row in asked]

    def versions(self, opinion: Opinion) -> list[tuple[str, int, Any]]:
        """Language, number of the draft's version, day of the text in force."""
        if opinion.matter == "draft":
            return [(lang, number, None) for lang, number in opinion.texts.items()]
        return [(lang, 0, day) for lang, day in opinions.days_of(opinion).items()]


class DifferenceView(OnOpinion, Screen):
    """What changed in the text since the opinion was given."""

    template_name = "acts/opinion_difference.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        opinion = self.opinion_of(pk)
        if opinion.state != "given" or opinion.act_id is None:
            raise Http404
        now = opinions.current(opinion, day_of(self.at))
        return self.show(
            {
                "opinion": opinion,
                "diffs": list(opinions.difference(opinion, now).items()),
                "crumbs": [*to_list(), (str(opinion), reverse("acts:opinion", args=[pk]))],
            }
        )


class AskOpinionView(OnActDeed):
    """Ask for an opinion on an act; without a day the term of the house counts."""

    form_class = AskForm
    template_name = "acts/opinion_ask.html"
    title = _("Ask for a legality opinion")
    verb = _("Ask for an opinion")

    def form_options(self) -> dict[str, Any]:
        return {"lawyers": with_role("lawyer", day_of(self.at))}

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "term": opinions.term(day_of(self.at))}

    def deed(self, form: Form) -> Opinion:
        version = form.cleaned_data["version"]
        return deeds.ask_opinion(self.actor, self.thing, at=self.at, version=version, **form.said)

    def told(self, result: Opinion) -> Any:
        return _("The legal officer was asked for an opinion.")


class AskOnView(DeedView):
    """Ask for an opinion on a text that is no act of ours."""

    form_class = AskOnForm
    template_name = "acts/opinion_ask.html"
    title = _("Ask for an opinion on a text of others")
    verb = _("Ask for an opinion")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_list()

    def initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("case", "")
        case = registry.cases(self.actor).filter(pk=asked).first() if asked.isdigit() else None
        return {"case_number": case.number if case else "", "language": get_language() or "mk"}

    def form_options(self) -> dict[str, Any]:
        day = day_of(self.at)
        return {"lawyers": with_role("lawyer", day), "languages": queries.languages(day)}

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "term": opinions.term(day_of(self.at))}

    def deed(self, form: Form) -> Opinion:
        said = form.said
        number = said.pop("case_number").strip()
        case = registry.case_by_number(self.actor, number) if number else None
        if number and case is None:
            raise Refused(
                Reason(
                    _("There is no case %(number)s that you may see.") % {"number": number},
                    way_out=_("Check the number in the register."),
                    field="case_number",
                )
            )
        key = form.cleaned_data["key"] or None
        return deeds.ask_opinion_on(self.actor, case, at=self.at, key=key, **said)

    def told(self, result: Opinion) -> Any:
        return _("The legal officer was asked for an opinion.")

    def next_url(self, result: Opinion) -> str:
        return reverse("acts:opinion", args=[result.pk])


class OnOpinionDeed(OnOpinion, DeedView):
    """A deed on an opinion the actor sees."""

    def load(self) -> Opinion:
        return self.opinion_of(self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.title

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (self.thing.title, reverse("acts:opinion", args=[self.thing.pk]))]

    def next_url(self, result: Any) -> str:
        return reverse("acts:opinion", args=[self.kwargs["pk"]])


class WriteOpinionView(OnOpinionDeed):
    """The table of questions, the verdict, the text: kept as a draft nobody else sees, or given."""

    form_class = GiveForm
    template_name = "acts/opinion_write.html"
    title = _("Write the legality opinion")
    verb = _("Give the opinion")

    @cached_property
    def sketch(self) -> Sketch | None:
        own = Sketch.objects.filter(opinion=self.thing, author_id=self.actor.person)
        return own.first()

    def form_options(self) -> dict[str, Any]:
        day = day_of(self.at)
        return {"questions": opinions.questions(self.thing, day), "languages": queries.languages(day)}

    def initial(self) -> dict[str, Any]:
        languages, here = queries.languages(day_of(self.at)), get_language() or ""
        seen = json.dumps(opinions.current(self.thing, day_of(self.at)), sort_keys=True)
        found: dict[str, Any] = {"seen": seen, "lang": here if here in languages else languages[0]}
        if sketch := self.sketch:
            found |= {
                "lang": sketch.lang,
                "verdict": sketch.verdict,
                "text": sketch.text,
                "mine": sketch.version,
            }
            for code, check in sketch.checks.items():
                found |= {f"answer_{code}": check["answer"], f"remark_{code}": check["remark"]}
        return found

    def extra(self) -> dict[str, Any]:
        act = self.thing.act
        if act is None:
            return super().extra()
        texts = [
            (text, shown(text.xml, prefix=f"{lang}-", level=4)) for lang, text in queries.texts(act).items()
        ]
        return {**super().extra(), "texts": texts}

    def deed(self, form: Any) -> Opinion | Sketch:
        said = form.opinion()
        if "keep" in self.request.POST:
            return deeds.write_sketch(
                self.actor, self.thing, at=self.at, version=form.cleaned_data["mine"], **said
            )
        version = form.cleaned_data["version"]
        return deeds.give_opinion(
            self.actor, self.thing, at=self.at, seen=form.versions_seen(), version=version, **said
        )

    def told(self, result: Opinion | Sketch) -> Any:
        if isinstance(result, Sketch):
            return _("It is kept; nobody sees it but you and those you show it to.")
        number = result.document.number if result.document else ""
        return _("The opinion was given under number %(number)s.") % {"number": number}


class ShowOpinionView(OnOpinionDeed):
    form_class = ShowForm
    title = _("Show what is written to a colleague")
    verb = pgettext_lazy("opinion", "Show")

    def form_options(self) -> dict[str, Any]:
        return {"people": colleagues(day_of(self.at), without=self.actor.person)}

    def deed(self, form: Form) -> Sketch:
        return deeds.show_sketch(self.actor, self.thing, form.said["person"], at=self.at)

    def told(self, result: Sketch) -> Any:
        return _("The colleague may read it now.")


class WithdrawOpinionView(OnOpinionDeed):
    form_class = WithdrawForm
    title = _("Withdraw the request")
    verb = _("Withdraw the request")

    def deed(self, form: Form) -> Opinion:
        version = form.cleaned_data["version"]
        return deeds.withdraw_opinion(self.actor, self.thing, at=self.at, version=version, **form.said)

    def told(self, result: Opinion) -> Any:
        return _("The request is withdrawn.")

    def next_url(self, result: Opinion) -> str:
        return reverse("acts:opinions")


class SignOpinionView(OnOpinionDeed):
    """The PDF is made and signed, then the deed keeps it with the paper of the opinion."""

    template_name = "acts/opinion_sign.html"
    title = _("Sign digitally")
    verb = _("Sign")

    def deed(self, form: Form) -> Opinion:
        opinion, blob = self.thing, None
        if not OPINION.check(self.actor, opinion, "sign", day_of(self.at)):
            signer = signer_of(f"person-{self.actor.person}", self.actor.name)
            pdf = sign_pdf(paper.opinion(opinion, opinion.lang), signer, at=self.at, reason=str(opinion))
            blob = store(pdf, name=f"{str(opinion).replace('/', '-')}.pdf", ours=True)
        return deeds.sign_opinion(self.actor, opinion, signed=blob, at=self.at)

    def told(self, result: Opinion) -> Any:
        return _("%(number)s is signed.") % {"number": result}


class OpinionPaperView(OnOpinion, Screen):
    """A given opinion as PDF, its headings in either language."""

    def get(self, request: HttpRequest, pk: int, lang: str) -> HttpResponse:
        opinion = self.opinion_of(pk)
        if opinion.state != "given" or lang not in queries.languages(day_of(self.at)):
            raise Http404
        return HttpResponse(
            paper.opinion(opinion, lang),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="opinion-{pk}-{lang}.pdf"'},
        )
