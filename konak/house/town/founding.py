"""The town on its first day: units, posts, bodies, mandates, accounts."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password

from konak.house.founding.deeds import set_up
from konak.kernel import org, people
from konak.kernel.clock import ZONE
from konak.kernel.i18n import transliterate
from konak.kernel.journal import SYSTEM, Actor

from . import PASSWORD

DATA = Path(__file__).parent / "kumanovo.toml"
BASIS = "Решение за распоредување"


@dataclass
class Town:
    """What the founding made, by code; `actor(login, day)` is that account's actor of the day."""

    units: dict[str, org.Unit] = field(default_factory=dict)
    bodies: dict[str, org.Body] = field(default_factory=dict)
    persons: dict[str, org.Person] = field(default_factory=dict)
    accounts: dict[str, people.Account] = field(default_factory=dict)
    members: list[org.Person] = field(default_factory=list)

    def actor(self, login: str, day: date) -> Actor:
        return people.actor_for(self.accounts[login], day, origin="town")


def found() -> Town:
    """Found the town of `kumanovo.toml` as of the constitutive session of its council."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    start: date = data["mandate"]["start"]
    at = datetime.combine(start, time(9, 0), ZONE)
    town = Town()
    rows = [{**row, "places": len(row["holders"])} for row in data["posts"]]
    made = set_up(SYSTEM, {**data, "posts": rows}, at)
    town.units, town.bodies = made.units, made.bodies
    _council(town, data, start, at)
    _appointments(town, made.posts, data["posts"], start, at)
    _accounts(town, data, at)
    return town


def _council(town: Town, data: dict[str, Any], start: date, at: datetime) -> None:
    communities = {community.code: community for community in org.Community.objects.all()}
    seats: dict[str, list[org.Person]] = {}
    for row in data["mandate"]["councillors"]:
        person = _person(town, row["name"], row.get("language", "mk"), at)
        town.members.append(person)
        mandate = org.give_mandate(
            SYSTEM, person, town.bodies["council"], start=start, basis="Избори од 19.10.2025 година", at=at
        )
        if code := row.get("c"):
            org.declare_community(SYSTEM, mandate, communities[code], declared_on=start, at=at)
            seats.setdefault(code, []).append(person)
    equal = [person for persons in seats.values() for person in persons[:2]]
    for number, (code, body) in enumerate(sorted(town.bodies.items())):
        if body.kind != "committee":
            continue
        pool = equal if code == "komz" else [*town.members[number * 4 :], *town.members]
        for person in pool[: body.seats or 0]:
            org.give_mandate(SYSTEM, person, body, start=start, basis="Одлука за избор на комисии", at=at)


def _person(town: Town, name: str, language: str, at: datetime) -> org.Person:
    if name not in town.persons:
        first, _, last = name.partition(" ")
        languages = list(dict.fromkeys([language, "mk"]))
        email = f"{transliterate(name).lower().replace(' ', '.')}@example.mk"
        email = email.encode("ascii", "ignore").decode()
        town.persons[name] = org.enter_person(
            SYSTEM, first=first, last=last, languages=languages, email=email, at=at
        )
    return town.persons[name]


def _appointments(
    town: Town, posts: dict[str, org.Post], rows: list[dict[str, Any]], start: date, at: datetime
) -> None:
    for row in rows:
        for holder in row["holders"]:
            name = holder.get("councillor") or f"{holder['first']} {holder['last']}"
            person = _person(town, name, holder.get("language", "mk"), at)
            org.appoint(SYSTEM, person, posts[row["code"]], start=start, basis=BASIS, at=at)


def _accounts(town: Town, data: dict[str, Any], at: datetime) -> None:
    known = make_password(PASSWORD)
    wanted = [
        (holder["login"], holder.get("councillor") or f"{holder['first']} {holder['last']}", holder)
        for row in data["posts"]
        for holder in row["holders"]
    ]
    wanted += [(row["login"], row["name"], row) for row in data["mandate"]["councillors"] if "login" in row]
    for login, name, row in wanted:
        town.accounts[login] = people.open_account(
            SYSTEM,
            town.persons[name],
            username=login,
            password_hash=known,
            language=row.get("language", "mk"),
            sample=True,
            at=at,
        )
