"""In the hall: who is here, and the console of a vote. Plain buttons and numbers, one click one deed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konak.acts import office as acts
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref
from konak.kernel.org import Mandate, members
from konak.kernel.ui import links
from konak.kernel.ui.lists import Head
from konak.kernel.ui.views import DeedView
from konak.sessions import actions, law, queries
from konak.sessions.actions import day_of
from konak.sessions.flow import SESSION
from konak.sessions.models import Item, Session, Vote
from konak.sessions.web.deeds import hall
from konak.sessions.web.forms import RollForm, VoteForm
from konak.sessions.web.pages import OnSession, to_session


class PresenceView(OnSession):
    """Each member with one button: came, or left; the quorum is counted anew after each."""

    template_name = "sessions/presence.html"
    columns = (Head(label=_("Member")), Head(label=_("Recorded")), Head(label=_("Presence")))

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self._page(())

    def post(self, request: HttpRequest, **_: Any) -> HttpResponse:
        session, mark = self.session, ""
        try:
            if "all" in request.POST:
                actions.arrive_all(self.actor, session, at=self.at)
            elif came := request.POST.get("arrive"):
                mark = self._record(session, came, True)
            else:
                mark = self._record(session, request.POST.get("leave", ""), False)
        except Refused as refused:
            return self._page(refused.reasons, status=422)
        return HttpResponseRedirect(reverse("sessions:presence", args=[session.pk]) + mark)

    def _record(self, session: Session, said: str, came: bool) -> str:
        mandate: Mandate | None = (
            members(session.body, session.day).filter(pk=said).first() if said.isdecimal() else None
        )
        if mandate is None:
            raise Http404
        (actions.arrive if came else actions.leave)(self.actor, session, mandate, at=self.at)
        return f"#m{mandate.pk}"

    def _page(self, reasons: tuple[Any, ...], status: int = 200) -> HttpResponse:
        session = self.session
        may = not SESSION.check(self.actor, session, "presence", day_of(self.at))
        context = {
            "session": session,
            "crumbs": to_session(session),
            "roll": queries.roll(session),
            "reasons": reasons,
            "may_record": may,
            "columns": self.columns,
            **hall(session),
        }
        return self.show(context, status)


class _OnItem(DeedView):
    """A vote on an item the reader sees."""

    def load(self) -> Item:
        return self.find(queries.visible_items(self.actor), pk=self.kwargs["pk"])

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_session(self.thing.session)

    def extra(self) -> dict[str, Any]:
        item, session = self.thing, self.thing.session
        found = hall(session)
        rule, norm = queries.majority(item)
        count = law.Count(
            rule=rule,
            seats=found["seats"],
            present=found["here"],
            votes_for=0,
            against=0,
            abstained=0,
        )
        votes = list(item.votes.order_by("id"))
        after = queries.next_item(item)
        return {
            **found,
            "session": session,
            "rule": rule,
            "norm": norm,
            "tally": law.tallies(count)[0],
            "votes": votes,
            "last": votes[-1] if votes else None,
            "names": queries.names(votes[-1]) if votes and queries.may_name(votes) else [],
            "subject": queries.subjects(session.day).get(item.double),
            "may_vote": item.adopted_number is not None
            and not SESSION.check(self.actor, session, "vote", day_of(self.at)),
            "next_item": after,
            "material": self.material(item),
        }

    def material(self, item: Item) -> list[tuple[Any, str]]:
        """What is read before voting: the act as proposed, and of one that amends another the text as it will
        stand; for whoever sees the act. One query."""
        act = acts.visible(self.actor).filter(pk=item.act_id).first() if item.act_id else None
        if act is None:
            return []
        found: list[tuple[Any, str]] = [(_("Read the act"), links.url(Ref.of(act)))]
        if act.amends_id and act.state != "published":
            found.append(
                (
                    _("Text if adopted and what changes, to read and print"),
                    links.url(Ref("acts.preview", act.pk)),
                )
            )
        return found

    def told(self, result: Vote) -> Any:
        return _("The vote is recorded.")

    def next_url(self, result: Vote) -> str:
        return reverse("sessions:item", args=[self.kwargs["pk"]])


class VoteView(_OnItem):
    """The console: seats, present, quorum, what is needed by which article; the result large after it."""

    form_class = VoteForm
    template_name = "sessions/vote.html"
    title = _("Vote")
    verb = _("Put to the vote")

    def form_options(self) -> dict[str, Any]:
        return {"double": bool(self.thing.double), "decided": queries.last_vote(self.thing) is not None}

    def initial(self) -> dict[str, Any]:
        return {"present": len(queries.here(self.thing.session))}

    def deed(self, form: Any) -> Vote:
        return actions.put_to_vote(
            self.actor,
            self.thing,
            **form.totals(),
            **form.once_more(),
            communities=form.second(),
            key=form.cleaned_data["key"],
            at=self.at,
        )


class RollView(_OnItem):
    """By name: one choice for each member who is present."""

    form_class = RollForm
    template_name = "sessions/roll.html"
    title = _("Roll call")
    verb = _("Record the roll call")

    def form_options(self) -> dict[str, Any]:
        return {
            "seats": [seat for seat in queries.roll(self.thing.session) if seat.here],
            "decided": queries.last_vote(self.thing) is not None,
        }

    def deed(self, form: Any) -> Vote:
        return actions.put_to_roll_call(
            self.actor,
            self.thing,
            choices=form.choices(),
            **form.once_more(),
            key=form.cleaned_data["key"],
            at=self.at,
        )
