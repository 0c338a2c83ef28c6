"""„Добро утро“: what waits for me by term, what is today, what waits in each room."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from konak.kernel.journal import Ref
from konak.kernel.ui import links
from konak.kernel.ui.views import Screen
from konak.sessions import office as sessions
from konak.tasks import office as tasks

SHOWN = 15
SOON = 3  # days


@dataclass(frozen=True)
class Line:
    """A task as the desk shows it: where it leads, its term in words and the look of that."""

    task: tasks.Task
    url: str
    term: str
    look: str


class HomeView(Screen):
    """The staff home: 3 queries of its own, whatever waits; the frame asks its own."""

    template_name = "desk/home.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        today = localtime(self.at).date()
        waiting = tasks.waiting_for(self.actor)[:SHOWN]
        return self.show(
            {
                "greeting": greeting(localtime(self.at)),
                "today": today,
                "lines": [_line(task, today) for task in waiting],
                "counts": tasks.counts(self.actor, today),
                "sessions": [
                    (session, sessions.title(session.number, session.kind), links.url(Ref.of(session)))
                    for session in sessions.visible(self.actor)
                    .filter(day=today)
                    .select_related("body")
                    .order_by("hour", "id")
                ],
                "shown": SHOWN,
            }
        )


def greeting(moment: datetime) -> str:
    """By the hour, as people say it."""
    if moment.hour < 10:
        return gettext("Good morning")
    return gettext("Good day") if moment.hour < 18 else gettext("Good evening")


def _line(task: tasks.Task, today: date) -> Line:
    term, look = term_of(task.due, today)
    return Line(task, links.url(task.about) or links.url(Ref.of(task)), term, look)


def term_of(due: date | None, today: date) -> tuple[str, str]:
    """How far the term is, in words, and the look of the sign beside them."""
    if due is None:
        return gettext("no term"), "plain"
    left = (due - today).days
    if left < 0:
        return ngettext("late by %(days)s day", "late by %(days)s days", -left) % {"days": -left}, "bad"
    if left == 0:
        return gettext("today"), "warn"
    said = ngettext("in %(days)s day", "in %(days)s days", left) % {"days": left}
    return said, "here" if left <= SOON else "plain"
