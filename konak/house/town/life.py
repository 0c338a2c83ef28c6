"""Three months of the office's work, each deed by the one whose duty it is, on the day it would be done."""

import tomllib
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from konak.contacts.office import NewParty
from konak.kernel import files
from konak.registry import office as registry

from . import Progress
from .advice import advise
from .council import Council
from .days import Days
from .founding import Town
from .scans import scan
from .slips import slip
from .watch import Watch

LETTERS = Path(__file__).parent / "letters.toml"
SEASON = 84
CLERKS = {"mayor-support": "officer", "council-support": "lawyer", "information": "pr"}


def live(town: Town, last: date, progress: Progress) -> None:
    """Let the town work for three months, until the evening of `last`."""
    days = Days(last)
    council = Council(town, days)
    council.plan()
    Watch(town, days).plan()
    rows = tomllib.loads(LETTERS.read_text("utf-8"))["letters"]
    for number, row in enumerate(rows):
        before = SEASON - number * (SEASON - 2) // (len(rows) - 1)
        if "act" in row:
            before = council.letter_before(row["act"])
        days.plan(days.before_end(before), Letter(town, days, council, row).arrives)
    days.plan(days.before_end(30), partial(slip, town, days))
    days.plan(last, partial(advise, town, days, council))
    days.run()
    progress("the evening of the last day")


class Letter:
    """One letter on its way: received, routed, answered or drafted from, put away."""

    def __init__(self, town: Town, days: Days, council: Council, row: dict[str, Any]) -> None:
        self.town, self.days, self.council, self.row = town, days, council, row
        self.clerk = CLERKS[row["unit"]]

    def arrives(self, day: date) -> None:
        row, lang = self.row, self.row.get("language", "mk")
        registrar = self.town.actor("registrar.sq" if lang == "sq" else "registrar", day)
        at = self.days.at(day)
        self.letter = registry.register_incoming(
            registrar,
            at=at,
            party=NewParty(**{"kind": "person", "language": lang, **row["who"]}),
            subject=row["about"],
            language=lang,
            received_on=day,
            channel="post" if row.get("number") else "counter",
            mark=row["mark"],
            sender_number=row.get("number", ""),
            sender_date=day - timedelta(days=2) if row.get("number") else None,
            enclosures=1,
            files=[
                files.store(scan(row["who"]["name"], row["about"], lang, at), name="pismo.pdf", ours=True)
            ],
            unit=self.town.units[row["unit"]],
            term=row.get("term", ""),
        )
        self.case = self.letter.case
        person = self.town.accounts[self.clerk].person
        registry.route(
            registrar, self.case, unit=self.town.units[row["unit"]], person=person, at=self.days.at(day)
        )
        if "act" in row:
            self.council.begin(row["act"], self)
        elif "after" in row:
            self.days.plan(day + timedelta(days=row["after"]), self.is_answered)

    def is_answered(self, day: date, reply: str = "") -> None:
        clerk = self.town.actor(self.clerk, day)
        answer = registry.file_into(
            clerk,
            self.case,
            at=self.days.at(day),
            direction="outgoing",
            subject=reply or self.row["reply"],
            language=self.letter.language,
            party=self.letter.party,
        )
        registrar = self.town.actor("registrar", day)
        registry.dispatch(registrar, answer, way="post", on_day=day, at=self.days.at(day))
        self.days.plan(day + timedelta(days=1), self.is_put_away)

    def is_put_away(self, day: date) -> None:
        registry.close(self.town.actor("registrar", day), self.case, at=self.days.at(day))
