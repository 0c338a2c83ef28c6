"""The law watch of the season: what the acts of the town rest on, issues read, what regulations ask of us."""

from datetime import date
from typing import Any

from konak.laws import office as laws

from .days import Days
from .founding import Town

LSG = "Закон за локалната самоуправа"
RULES = {
    "mk": "Упатство за начинот и техниката за постапување со архивскиот материјал во канцелариското и во"
    " архивското работење",
    "sq": "Udhëzimi për mënyrën dhe teknikën e trajtimit të materialit arkivor në punën e zyrës dhe të arkivit",
}
REGULATIONS: list[dict[str, Any]] = [
    {"kind": "law", "name": {"mk": LSG, "sq": "Ligji për vetëqeverisje lokale"}, "issues": ["5/2002"]},
    {
        "kind": "law",
        "name": {
            "mk": "Закон за користење и располагање со стварите во државна сопственост и со стварите во општинска"
            " сопственост",
            "sq": "Ligji për shfrytëzim dhe disponim me sendet në pronësi shtetërore dhe me sendet në pronësi komunale",
        },
        "issues": [
            "78/2015",
            "106/2015",
            "153/2015",
            "190/2016",
            "21/2018",
            "101/2019",
            "275/2019",
            "122/2021",
        ],
    },
    {
        "kind": "law",
        "name": {"mk": "Закон за комуналните дејности", "sq": "Ligji për veprimtari komunale"},
        "issues": ["95/2012", "163/2013", "42/2014", "44/2015", "147/2015", "31/2016"],
    },
    {
        "kind": "law",
        "name": {
            "mk": "Закон за заштита на личните податоци",
            "sq": "Ligji për mbrojtjen e të dhënave personale",
        },
        "issues": ["42/2020", "294/2021"],
    },
    {
        "kind": "law",
        "name": {"mk": "Закон за архивскиот материјал", "sq": "Ligji për materialin arkivor"},
        "issues": ["95/2012", "41/2014", "72/2015", "148/2015", "169/2015"],
    },
    {"kind": "bylaw", "name": RULES, "issues": ["99/2014"]},
]
ARCHIVE = 4
NEW_ARCHIVE_LAW = {"issue": "135/2025", "published_on": date(2025, 7, 10), "from_day": date(2026, 6, 1)}
READ = (
    (70, 140, ""),
    (
        63,
        141,
        "Закон за архивски материјал и архивска дејност се применува од 01.06.2026: нов план на архивски знаци.",
    ),
    (49, 143, ""),
)
OBLIGATIONS: tuple[tuple[int, str, str, date, dict[str, str]], ...] = (
    (
        0,
        "art:74",
        "council",
        date(2027, 3, 31),
        {
            "mk": "Донесување на завршната сметка за 2026 година",
            "sq": "Miratimi i llogarisë përfundimtare për vitin 2026",
        },
    ),
    (
        5,
        "art:8",
        "mayor",
        date(2026, 12, 31),
        {
            "mk": "Заклучување на деловодникот за 2026 година",
            "sq": "Mbyllja e librit protokollar për vitin 2026",
        },
    ),
)


class Watch:
    """The legal officer's part of the season."""

    def __init__(self, town: Town, days: Days) -> None:
        self.town, self.days = town, days

    def plan(self) -> None:
        self.days.plan(self.days.before_end(75), self.begins)
        for before, number, found in READ:
            self.days.plan(self.days.before_end(before), Issue(self, number, found).is_read)

    def begins(self, day: date) -> None:
        lawyer, at = self.town.actor("lawyer", day), self.days.at
        followed = [laws.follow(lawyer, **row, at=at(day)) for row in REGULATIONS]
        old = followed[ARCHIVE]
        laws.record_change(lawyer, old, kind="repealed", **NEW_ARCHIVE_LAW, at=at(day))  # type: ignore[arg-type]
        for place, article, bearer, due, duty in OBLIGATIONS:
            laws.oblige(
                lawyer, followed[place], article=article, duty=duty, bearer=bearer, due=due, at=at(day)
            )


class Issue:
    """One issue of the Official Gazette, read on its day."""

    def __init__(self, watch: Watch, number: int, found: str) -> None:
        self.watch, self.number, self.found = watch, number, found

    def is_read(self, day: date) -> None:
        lawyer = self.watch.town.actor("lawyer", day)
        laws.note_reading(
            lawyer, number=self.number, year=day.year, found=self.found, at=self.watch.days.at(day)
        )
