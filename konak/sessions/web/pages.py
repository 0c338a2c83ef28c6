"""The list of sessions, the page of one, its papers."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from konak.kernel import files
from konak.kernel.journal import Ref
from konak.kernel.norms import on
from konak.kernel.org import president, seats
from konak.kernel.ui import links
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import ListView, Screen
from konak.sessions import law, minutes, queries
from konak.sessions.actions import day_of
from konak.sessions.flow import SESSION
from konak.sessions.models import Session
from konak.sessions.titles import title

STATUS = {"draft": "plain", "called": "waiting", "open": "here", "closed": "good", "not_held": "warn"}


def to_list() -> list[tuple[Any, str]]:
    return [(pgettext_lazy("room", "Sessions"), reverse("sessions:list"))]


def to_session(session: Session) -> list[tuple[Any, str]]:
    return [*to_list(), (title(session.number, session.kind), reverse("sessions:session", args=[session.pk]))]


class SessionsView(ListView):
    """Every session the reader may see, the latest first."""

    template_name = "sessions/list.html"
    columns = (
        Column(key="number", label=_("Number"), order=("number",), numeric=True),
        Column(key="day", label=_("Day of the session"), order=("day", "hour")),
        Column(key="body", label=_("Body")),
        Column(key="kind", label=_("Kind of session")),
        Column(key="points", label=_("Items"), numeric=True),
        Column(key="state", label=_("State of the session"), order=("state",)),
    )
    sort = "-day"

    def rows(self) -> QuerySet[Session]:
        return queries.listed(self.actor)

    def extra(self) -> dict[str, Any]:
        today = day_of(self.at)
        due = queries.must_meet_by(today)
        return {
            "states": SESSION.states,
            "status": STATUS,
            "meet_by": due[0] if due else None,
            "meet_norm": due[1] if due else None,
            "days_left": (due[0] - today).days if due else None,
            "may_prepare": not SESSION.step("add_item").rule(self.actor, None, today),
        }


class OnSession(Screen):
    """One session the reader may see."""

    @cached_property
    def session(self) -> Session:
        found = (
            queries.visible(self.actor)
            .select_related("body", "case", "decision", "prepared_by")
            .filter(pk=self.kwargs["pk"])
            .first()
        )
        if found is None:
            raise Http404
        return found


class SessionView(OnSession):
    """Agenda, terms, presence, and what can be done next."""

    template_name = "sessions/session.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        session, day = self.session, day_of(self.at)
        items = queries.agenda(session)
        fixed = seats(session.body, session.day) or queries.seats_of(session)
        steps = SESSION.open_steps(self.actor, session, day)
        adopted = any(item.adopted_number for item in items)
        return self.show(
            {
                "session": session,
                "title": title(session.number, session.kind),
                "state": SESSION.states[session.state],
                "kind": STATUS[session.state],
                "crumbs": to_list(),
                "items": items,
                "adopted": adopted,
                "steps": [s for s in steps if s.page and not self._done(s.verb, adopted)],
                "may_remove": any(s.verb == "remove_item" for s in steps),
                "warnings": queries.warnings(session, day),
                "seats": fixed,
                "needed": law.majority_of(fixed),
                "quorum": on(session.day)["sessions.quorum"],
                "here": len(queries.here(session)),
                "agenda_vote": queries.agenda_vote(session),
                "president": president(session.day),
                "case_url": links.url(Ref.of(session.case)) if session.case else "",
                "entries": [
                    (entry, entry.sentence(get_language() or "mk")) for entry in queries.story(session)
                ],
            }
        )

    def _done(self, verb: str, adopted: bool) -> bool:
        """Steps of the table that this session no longer needs."""
        if verb in ("adopt_agenda", "extend"):
            return adopted
        if verb == "make_minutes":
            return bool(queries.minutes(self.session))
        return verb == "send_papers" and self.session.papers_on is not None


class InvitationView(OnSession):
    """The decision to call, as it is printed and signed."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        if self.session.state == "draft":
            raise Http404
        return _pdf(minutes.invitation(self.session), f"pokana-{self.session.number}.pdf")


class MinutesFileView(OnSession):
    """The kept minutes in one language."""

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        kept = {row.lang: row for row in queries.minutes(self.session)}
        row = kept.get(self.kwargs["lang"])
        if row is None:
            raise Http404
        file = row.pdf if self.kwargs["form"] == "pdf" else row.docx
        response = HttpResponse(files.open(file), content_type=file.media_type)
        response["Content-Disposition"] = f'inline; filename="{file.name}"'
        return response


def _pdf(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
