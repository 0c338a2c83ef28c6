"""Sessions of the sample town's council: called, opened, voted, closed, with minutes."""

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from konak.acts import office as acts
from konak.kernel import files
from konak.kernel.i18n import Words
from konak.sessions import office as sessions

from .days import Days
from .founding import Town

if TYPE_CHECKING:
    from .council import Council

PLACE = {"mk": "Голема сала на Советот", "sq": "Salla e madhe e Këshillit"}
HOUR = time(10, 0)
LAST_BEFORE = 11  # the mandate's sessions before the season

# day before the last, acts with (present, for, against, abstained), points without an act
SESSIONS: list[dict[str, Any]] = [
    {
        "before": 60,
        "votes": {"nadomestok-sali": (27, 22, 3, 2), "chlenovi-na-komisija": (27, 24, 0, 3)},
        "points": {
            "information": {
                "mk": "Информација за подготовките за учебната година",
                "sq": "Informatë për përgatitjet e vitit shkollor",
            }
        },
    },
    {
        "before": 27,
        "votes": {
            "komunalen-red": (29, 21, 4, 4),
            "statut-mesna-zaednica": (29, 26, 1, 2),
            "nadomestok-sali-izmena": (29, 27, 0, 2),
        },
        "points": {
            "report": {
                "mk": "Извештај за извршувањето на Буџетот за првото полугодие",
                "sq": "Raport për realizimin e Buxhetit për gjysmëvjetorin e parë",
            }
        },
    },
    {"before": -9, "votes": {"urbana-oprema": ()}, "points": {}},
]


NEXT: dict[str, Any] = {  # in preparation when the season ends
    "after": 37,
    "place": {"mk": "Мала сала на Советот", "sq": "Salla e vogël e Këshillit"},
    "title": {
        "mk": "Информација за подготовките за зимската служба",
        "sq": "Informatë për përgatitjet e shërbimit dimëror",
    },
}


def prepare_next(town: Town, days: Days, day: date) -> None:
    """The session after the next is begun: day, place and a first point, seen by the office alone."""
    clerk, at = town.actor("session", day), days.at
    held = days.working(day + timedelta(days=NEXT["after"]))
    session = sessions.convene(
        clerk, town.bodies["council"], day=held, hour=HOUR, place=NEXT["place"], at=at(day)
    )
    sessions.add_item(clerk, session, kind="information", title=NEXT["title"], at=at(day))


class Sitting:
    """One session from its convening to its minutes."""

    def __init__(
        self,
        town: Town,
        days: Days,
        council: "Council",
        *,
        before: int,
        votes: dict[str, tuple[int, ...]],
        points: dict[str, Words],
    ) -> None:
        self.town, self.days, self.council = town, days, council
        self.before, self.votes, self.points = before, votes, points
        self.names = list(votes)
        self.day = days.before_end(before)

    def plan(self) -> None:
        self.days.plan(self.day - timedelta(days=9), self.is_called)
        self.days.plan(self.day, self.is_held)

    def is_called(self, day: date) -> None:
        clerk, at = self.town.actor("session", day), self.days.at
        body = self.town.bodies["council"]
        if self.before == max(sitting.before for sitting in self.council.sessions):
            sessions.carry_on_numbers(clerk, body, day=self.day, last=LAST_BEFORE, at=at(day))
        self.session = sessions.convene(clerk, body, day=self.day, hour=HOUR, place=PLACE, at=at(day))
        for name in self.names:
            sessions.add_item(clerk, self.session, act=self._act(name), at=at(day))
        for kind, title in self.points.items():
            sessions.add_item(clerk, self.session, kind=kind, title=title, at=at(day))
        self.session = sessions.call(clerk, self.session, at=at(day))

    def is_held(self, day: date) -> None:
        clerk = self.town.actor("session", day)

        def at() -> datetime:
            return self.days.at(day, HOUR.hour)

        present = max(counted[0] for counted in self.votes.values())
        chair = self.town.accounts["president"].person_id
        members = sorted(
            (seat.mandate for seat in sessions.roll(self.session)), key=lambda m: m.person_id != chair
        )
        for mandate in members[:present]:
            sessions.arrive(clerk, self.session, mandate, at=at())
        sessions.open_session(self.town.actor("president", day), self.session, at=at())
        items = list(self.session.items.order_by("proposed_number"))
        numbers = {item.pk: place for place, item in enumerate(items, 1)}
        sessions.adopt_agenda(
            clerk, self.session, numbers=numbers, present=present, votes_for=present, at=at()
        )
        for name, item in zip(self.names, items, strict=False):
            here, votes_for, against, abstained = self.votes[name]
            sessions.put_to_vote(
                clerk, item, present=here, votes_for=votes_for, against=against, abstained=abstained, at=at()
            )
        for item in items[len(self.names) :]:
            sessions.put_to_vote(clerk, item, present=present, votes_for=present - 2, abstained=2, at=at())
        sessions.close(clerk, self.session, at=at())
        self._minutes(clerk, at())
        self._afterwards(day)

    def _minutes(self, clerk: Any, at: datetime) -> None:
        papers = {
            lang: (
                files.store(sessions.minutes_pdf(self.session, lang), name=f"minutes.{lang}.pdf", ours=True),
                files.store(
                    sessions.minutes_docx(self.session, lang), name=f"minutes.{lang}.docx", ours=True
                ),
            )
            for lang in ("mk", "sq")
        }
        sessions.make_minutes(clerk, self.session, papers=papers, at=at)

    def _afterwards(self, day: date) -> None:
        council, names = self.council, self.names
        for name in names:
            self.days.plan(day, partial(council.fix, name))
            self.days.plan(day + timedelta(days=1), partial(council.sign, name))
            self.days.plan(day + timedelta(days=3), partial(council.promulgate, name))
        self.days.plan(day + timedelta(days=5), partial(council.publish, names))

    def _act(self, name: str) -> acts.Act:
        return acts.Act.objects.get(pk=self.council.acts[name].pk)
