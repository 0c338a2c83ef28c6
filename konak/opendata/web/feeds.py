"""Atom: new acts and new issues of the gazette."""

from datetime import date, datetime, time

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, pgettext
from django.views.decorators.http import require_safe

from konak.acts import public as acts
from konak.gazette import public as gazette
from konak.kernel.clock import ZONE, today
from konak.kernel.i18n import day_words, pick
from konak.kernel.norms import on
from konak.opendata.web.answering import answer, last_change

LENGTH = 50
ATOM = "application/atom+xml; charset=utf-8"


@require_safe
def acts_feed(request: HttpRequest, lang: str) -> HttpResponseBase:
    """The newest published acts. 3 queries."""
    translation.activate(lang)
    feed = _feed(request, lang, pgettext("menu", "Acts"), reverse("website:acts", args=[lang]))
    for act in acts.published()[:LENGTH]:
        url = request.build_absolute_uri(reverse("website:act", args=[lang, act.pk]))
        force = day_words(act.in_force_on, lang, weekday=False) if act.in_force_on else ""
        feed.add_item(
            title=pick(act.title, lang)[0],
            link=url,
            description=gettext("%(number)s, %(gazette)s. Enters into force on %(day)s.")
            % {"number": act.number, "gazette": pick(act.gazette, lang)[0], "day": force},
            unique_id=url,
            pubdate=_moment(act.published_on),
            updateddate=_moment(act.published_on),
            categories=[act.kind],
        )
    return answer(request, feed.writeString("utf-8").encode(), ATOM, changed=last_change(), lang=lang)


@require_safe
def gazette_feed(request: HttpRequest, lang: str) -> HttpResponseBase:
    """The newest issues. 3 queries."""
    translation.activate(lang)
    feed = _feed(request, lang, gettext("Official gazette"), reverse("website:gazette", args=[lang]))
    for issue in gazette.issues()[:LENGTH]:
        url = request.build_absolute_uri(reverse("website:issue", args=[lang, issue.pk]))
        feed.add_item(
            title=pick(issue.label, lang)[0],
            link=url,
            description=day_words(issue.day, lang),
            unique_id=url,
            pubdate=issue.published_at,
            updateddate=issue.published_at,
        )
    return answer(request, feed.writeString("utf-8").encode(), ATOM, changed=last_change(), lang=lang)


def _feed(request: HttpRequest, lang: str, title: str, page: str) -> Atom1Feed:
    town = pick(on(today())["town.name"].value, lang)[0]
    here = request.build_absolute_uri(request.path)
    return Atom1Feed(
        title=f"{town}: {title}",
        link=request.build_absolute_uri(page),
        description="",
        language=lang,
        feed_url=here,
        feed_guid=here,
        author_name=town,
    )


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time(0), ZONE) if day else None
