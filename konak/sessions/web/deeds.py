"""Screens that lead to one deed on a session: from preparing it to closing it and making its minutes."""

from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel.files import store
from konak.kernel.norms import on
from konak.kernel.ui.forms import Form
from konak.kernel.ui.views import DeedView
from konak.sessions import actions, law, minutes, queries
from konak.sessions.actions import day_of
from konak.sessions.models import AgendaVote, Item, Minutes, Session
from konak.sessions.titles import title
from konak.sessions.web.forms import (
    AgendaForm,
    CallForm,
    ConveneForm,
    ItemForm,
    PapersForm,
    PlaceForm,
    WhyForm,
)
from konak.sessions.web.pages import to_list, to_session


class ConveneView(DeedView):
    form_class = ConveneForm
    template_name = "sessions/convene.html"
    title = _("Convene a session")
    verb = _("Prepare the session")
    crumbs = property(lambda self: to_list())

    def form_options(self) -> dict[str, Any]:
        return {"bodies": queries.deciding_bodies()}

    def deed(self, form: Any) -> Session:
        said = form.said
        body = said.pop("body")
        return actions.convene(self.actor, body, **said, key=form.cleaned_data["key"], at=self.at)

    def told(self, result: Session) -> Any:
        return _("The session is being prepared; now its agenda.")

    def next_url(self, result: Session) -> str:
        return reverse("sessions:session", args=[result.pk])


class _OnSession(DeedView):
    """A deed on a session the reader sees."""

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_session(self.thing)

    def load(self) -> Session:
        return self.find(queries.visible(self.actor).select_related("body"), pk=self.kwargs["pk"])

    def next_url(self, result: Any) -> str:
        return reverse("sessions:session", args=[self.kwargs["pk"]])


class ChangeView(_OnSession):
    form_class = PlaceForm
    title = _("Change day or place")
    verb = _("Save")

    def initial(self) -> dict[str, Any]:
        return {"day": self.thing.day, "hour": self.thing.hour, "place": self.thing.place}

    def deed(self, form: Any) -> Session:
        return actions.change(
            self.actor, self.thing, **form.said, version=form.cleaned_data["version"], at=self.at
        )

    def told(self, result: Session) -> Any:
        return _("Day, hour and place are changed.")


class AddItemView(_OnSession):
    form_class = ItemForm
    title = _("Add an item")
    verb = _("Put on the agenda")

    def form_options(self) -> dict[str, Any]:
        return {
            "proposals": queries.proposals(self.actor, self.thing),
            "subjects": queries.subjects(self.thing.day),
        }

    def deed(self, form: Any) -> Item:
        return actions.add_item(self.actor, self.thing, **form.said, key=form.cleaned_data["key"], at=self.at)

    def told(self, result: Item) -> Any:
        return _("The item is on the proposed agenda.")


class RemoveItemView(DeedView):
    title = _("Take the item off")
    verb = _("Take off")

    @property
    def lead(self) -> Any:
        return self.thing.title

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_session(self.thing.session)

    def load(self) -> Item:
        return self.find(queries.visible_items(self.actor), pk=self.kwargs["pk"])

    def deed(self, form: Form) -> Session:
        return actions.remove_item(self.actor, self.thing, at=self.at)

    def told(self, result: Session) -> Any:
        return _("The item is off the proposed agenda.")

    def next_url(self, result: Session) -> str:
        return reverse("sessions:session", args=[result.pk])


class CallView(_OnSession):
    form_class = CallForm
    template_name = "sessions/call.html"
    title = _("Call the session")
    verb = _("Call the session")

    def extra(self) -> dict[str, Any]:
        return {
            "warnings": queries.warnings(self.thing, day_of(self.at)),
            "items": queries.agenda(self.thing),
        }

    def deed(self, form: Any) -> Session:
        return actions.call(
            self.actor, self.thing, **form.said, version=form.cleaned_data["version"], at=self.at
        )

    def told(self, result: Session) -> Any:
        decision = result.decision.number if result.decision else ""
        return _("The session is called under decision %(number)s.") % {"number": decision}


class PapersView(_OnSession):
    form_class = PapersForm
    title = _("Papers were sent")
    verb = _("Papers were sent")

    def deed(self, form: Any) -> Session:
        return actions.send_papers(
            self.actor, self.thing, **form.said, version=form.cleaned_data["version"], at=self.at
        )

    def told(self, result: Session) -> Any:
        return _("It is recorded that the papers were sent.")


class OpenView(_OnSession):
    form_class = Form
    template_name = "sessions/open.html"
    title = _("Open the session")
    verb = _("Open the session")

    def extra(self) -> dict[str, Any]:
        return hall(self.thing)

    def deed(self, form: Form) -> Session:
        return actions.open_session(self.actor, self.thing, version=form.cleaned_data["version"], at=self.at)

    def told(self, result: Session) -> Any:
        return _("The session is open; %(present)s are present.") % {"present": result.opened_with}


class NotHeldView(_OnSession):
    form_class = WhyForm
    title = _("Not held")
    verb = _("Record that it was not held")

    def deed(self, form: Any) -> Session:
        return actions.not_held(
            self.actor, self.thing, **form.said, version=form.cleaned_data["version"], at=self.at
        )

    def told(self, result: Session) -> Any:
        return _("It is recorded that the session was not held.")


class AgendaView(_OnSession):
    form_class = AgendaForm
    template_name = "sessions/agenda.html"
    title = _("Adopt the agenda")
    verb = _("Put the agenda to the vote")

    def form_options(self) -> dict[str, Any]:
        return {"items": queries.agenda(self.thing)}

    def initial(self) -> dict[str, Any]:
        return {"present": len(queries.here(self.thing))}

    def extra(self) -> dict[str, Any]:
        return hall(self.thing)

    def deed(self, form: Any) -> AgendaVote:
        return actions.adopt_agenda(
            self.actor,
            self.thing,
            numbers=form.numbers(),
            **form.totals(),
            key=form.cleaned_data["key"],
            at=self.at,
        )

    def told(self, result: AgendaVote) -> Any:
        return _("The agenda is adopted.") if result.adopted else _("The agenda is not adopted.")


class CloseView(_OnSession):
    form_class = Form
    template_name = "sessions/close.html"
    title = _("Close the session")
    verb = _("Close the session")

    def extra(self) -> dict[str, Any]:
        items = [i for i in queries.agenda(self.thing) if i.adopted_number and not i.votes.all()]
        return {"undecided": items}

    def deed(self, form: Form) -> Session:
        return actions.close(self.actor, self.thing, version=form.cleaned_data["version"], at=self.at)

    def told(self, result: Session) -> Any:
        return _("The session is closed.")


class MinutesView(_OnSession):
    """The minutes as the record gives them, and the papers that were kept."""

    form_class = Form
    template_name = "sessions/minutes.html"
    title = _("Minutes")
    verb = _("Make the minutes")

    def load(self) -> Session:
        sessions = queries.visible(self.actor).filter(state="closed").select_related("body", "prepared_by")
        return self.find(sessions, pk=self.kwargs["pk"])

    def extra(self) -> dict[str, Any]:
        lang = self.request.GET.get("lang", "")
        lang = lang if lang in minutes.LANGS else get_language() or "mk"
        lang = lang if lang in minutes.LANGS else "mk"
        said = {code: minutes.of(self.thing, code) for code in minutes.LANGS}
        kept = queries.minutes(self.thing)
        return {
            "lang": lang,
            "said": said[lang],
            "tabs": [
                (name, f"?lang={code}", code == lang)
                for code, name in (("mk", "Македонски"), ("sq", "Shqip"))
            ],
            "kept": [(row, row.text_hash == minutes.text_hash(said[row.lang])) for row in kept],
            "complete": len(kept) == len(minutes.LANGS),
            "numbered": title(self.thing.number, self.thing.kind),
        }

    def deed(self, form: Form) -> list[Minutes]:
        papers = {}
        for lang in minutes.LANGS:
            name = f"zapisnik-{self.thing.number}-{lang}"
            papers[lang] = (
                store(minutes.pdf(self.thing, lang), name=f"{name}.pdf"),
                store(minutes.docx(self.thing, lang), name=f"{name}.docx"),
            )
        return actions.make_minutes(self.actor, self.thing, papers=papers, at=self.at)

    def told(self, result: list[Minutes]) -> Any:
        return _("The minutes are kept in both languages.")

    def next_url(self, result: Any) -> str:
        return reverse("sessions:minutes", args=[self.kwargs["pk"]])


def hall(session: Session) -> dict[str, Any]:
    """Seats, who is present, and the quorum, as every screen of the hall shows them."""
    seats, present = queries.seats_of(session), len(queries.here(session))
    needed = law.majority_of(seats)
    return {
        "seats": seats,
        "here": present,
        "needed": needed,
        "quorum": on(session.day)["sessions.quorum"],
        "has_quorum": present >= needed,
    }
