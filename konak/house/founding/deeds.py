"""A town's first day: its places, units, bodies and posts, and its own norms."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from konak.house.norms.actions import deviate
from konak.kernel import org
from konak.kernel.errors import Refused
from konak.kernel.i18n import Words, transliterate
from konak.kernel.journal import Actor

from .reading import Unfit

BASIS = {
    "mk": "Податоци внесени при воведувањето на системот",
    "sq": "Të dhëna të futura gjatë vendosjes së sistemit",
}
# norms whose shipped words are those of one town; a town of another name needs its own
TOWN_WORDS = ("town.name", "town.header", "town.seal", "town.contacts", "acts.town", "gazette.title")
# what the section [municipality] says → the norm that keeps it
KEPT_AS = {
    "name": "town.name",
    "population": "town.population",
    "languages": "town.official_languages",
    "council_languages": "town.council_languages",
}


@dataclass
class Structure:
    """What was set up, by code."""

    units: dict[str, org.Unit] = field(default_factory=dict)
    bodies: dict[str, org.Body] = field(default_factory=dict)
    posts: dict[str, org.Post] = field(default_factory=dict)


def set_up(actor: Actor, data: dict[str, Any], at: datetime) -> Structure:
    """Communities, settlements, units, bodies and posts of a file that `reading.read` accepts."""
    made, municipality = Structure(), data["municipality"]
    for row in municipality.get("communities", ()):
        org.enter_community(actor, code=row["code"], name=row["name"], at=at)
    for name in municipality.get("settlements", ()):
        org.enter_settlement(actor, name=_in_both(name), at=at)
    for row in data["units"]:
        made.units[row["code"]] = org.set_up_unit(
            actor,
            code=row["code"],
            name=row["name"],
            number_prefix=row["prefix"],
            parent=made.units.get(row.get("parent", "")),
            at=at,
        )
    for row in data["bodies"]:
        made.bodies[row["code"]] = org.set_up_body(
            actor,
            code=row["code"],
            kind=row["kind"],
            name=row["name"],
            seats=row.get("seats"),
            seats_norm="council.seats" if row["kind"] == "council" else "",
            at=at,
        )
    for row in data["posts"]:
        made.posts[row["code"]] = org.set_up_post(
            actor,
            code=row["code"],
            title=row["title"],
            roles=row["roles"],
            unit=made.units.get(row.get("unit", "")),
            body=made.bodies.get(row.get("body", "")),
            places=row.get("places", 1),
            at=at,
        )
    return made


def enter_norms(actor: Actor, data: dict[str, Any], start: date, at: datetime) -> list[str]:
    """What the file says of the town, as norms from its first day; returns the keys that were entered.

    A value that does not fit is told with its key (`Unfit`).
    """
    municipality = data["municipality"]
    rows = [
        {"key": key, "value": municipality[name]} for name, key in KEPT_AS.items() if name in municipality
    ]
    rows += data.get("norms", [])
    for row in rows:
        basis: Words = row.get("basis", BASIS)
        try:
            deviate(actor, key=row["key"], value=row["value"], basis=basis, valid_from=start, at=at)
        except Refused as refused:
            raise Unfit(*(f"{row['key']}: {reason.text}" for reason in refused.reasons)) from refused
    return [row["key"] for row in rows]


def _in_both(name: str | Words) -> Words:
    """A place by its names; of one written in Macedonian alone, the transliteration stands in."""
    return {"mk": name, "sq": transliterate(name)} if isinstance(name, str) else name
