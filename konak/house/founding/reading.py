"""Reads the file of a municipality: the sections of the sample's `kumanovo.toml` that name no persons.

Pure. Everything that does not fit is told at once, in sentences.
"""

import tomllib
from collections.abc import Iterator
from typing import Any

NEEDED = ("mk", "sq")
SECTIONS = ("municipality", "units", "bodies", "posts", "norms")
PERSONS = "persons are entered by the administrator after the founding"
BODIES = ("council", "committee", "mayor")


class Unfit(Exception):
    """The file cannot found a town; `problems` are sentences."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def read(text: str, roles: frozenset[str]) -> dict[str, Any]:
    """The content of a file in which everything fits together; `roles` are the roles there are."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        raise Unfit(f"It is no TOML: {trouble}") from trouble
    if problems := [*_of_sections(data)] or [*_of_rows(data, roles)]:
        raise Unfit(*problems)
    return data


def _of_sections(data: dict[str, Any]) -> Iterator[str]:
    for name in data:
        if name == "mandate":
            yield f"[mandate] does not belong here: {PERSONS}"
        elif name not in SECTIONS:
            yield f"[{name}] is unknown"
    if not isinstance(data.get("municipality"), dict):
        yield "[municipality] is missing"
    for name in ("units", "bodies", "posts"):
        if not _are_rows(data.get(name)):
            yield f"[[{name}]] is missing"
    if "norms" in data and not _are_rows(data["norms"]):
        yield "norms are written as [[norms]]"


def _are_rows(value: Any) -> bool:
    return isinstance(value, list) and value != [] and all(isinstance(row, dict) for row in value)


def _of_rows(data: dict[str, Any], roles: frozenset[str]) -> Iterator[str]:
    municipality = data["municipality"]
    if not _in_languages(municipality.get("name")):
        yield "[municipality]: name is needed in mk and sq"
    for number, row in enumerate(municipality.get("communities", []), 1):
        if not (isinstance(row, dict) and _said(row.get("code")) and _in_languages(row.get("name"))):
            yield f"communities {number}: code and name in mk and sq are needed"
    for number, name in enumerate(municipality.get("settlements", []), 1):
        if not (_said(name) or _in_languages(name)):
            yield f"settlements {number}: a name is needed"
    for name, words in (("units", "name"), ("bodies", "name"), ("posts", "title")):
        yield from _of_codes(name, data[name], words)
    yield from _of_units(data["units"])
    yield from _of_bodies(data["bodies"])
    yield from _of_posts(data, roles)
    for number, row in enumerate(data.get("norms", []), 1):
        if not (_said(row.get("key")) and "value" in row):
            yield f"norms {number}: key and value are needed"


def _of_codes(name: str, rows: list[dict[str, Any]], words: str) -> Iterator[str]:
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        code = row.get("code")
        if not _said(code):
            yield f"{name} {number}: code is missing"
        elif code in seen:
            yield f"{name} {number}: {code} stands there already"
        else:
            seen.add(str(code))
        if not _in_languages(row.get(words)):
            yield f"{name} {number}: {words} is needed in mk and sq"


def _of_units(rows: list[dict[str, Any]]) -> Iterator[str]:
    above: set[str] = set()
    for number, row in enumerate(rows, 1):
        if not _said(row.get("prefix")):
            yield f"units {number}: prefix of its numbers is missing"
        if "parent" in row and row["parent"] not in above:
            yield f"units {number}: parent {row['parent']} does not stand before it"
        above.add(str(row.get("code")))


def _of_bodies(rows: list[dict[str, Any]]) -> Iterator[str]:
    kinds = [row.get("kind") for row in rows]
    for number, row in enumerate(rows, 1):
        if row.get("kind") not in BODIES:
            yield f"bodies {number}: kind is one of {', '.join(BODIES)}"
        if "seats" in row and not (type(row["seats"]) is int and row["seats"] > 0):
            yield f"bodies {number}: seats is a number"
    for kind in ("council", "mayor"):
        if kinds.count(kind) != 1:
            yield f"bodies: exactly one of the kind {kind} is needed"


def _of_posts(data: dict[str, Any], roles: frozenset[str]) -> Iterator[str]:
    units, bodies = ({row.get("code") for row in data[name]} for name in ("units", "bodies"))
    for number, row in enumerate(data["posts"], 1):
        if "holders" in row:
            yield f"posts {number}: holders do not belong here: {PERSONS}"
        held = row.get("roles")
        unknown = [str(role) for role in held if role not in roles] if isinstance(held, list) else []
        if not held or not isinstance(held, list):
            yield f"posts {number}: roles are missing"
        elif unknown:
            yield f"posts {number}: there is no role {', '.join(unknown)}; there are {', '.join(sorted(roles))}"
        places = [row["unit"] in units] if "unit" in row else []
        places += [row["body"] in bodies] if "body" in row else []
        if places != [True]:
            yield f"posts {number}: one unit or one body of this file is needed"
        if "places" in row and not (type(row["places"]) is int and row["places"] > 0):
            yield f"posts {number}: places is a number"
    if not any("it_admin" in (row.get("roles") or ()) for row in data["posts"]):
        yield "posts: one with the role it_admin is needed, for the first administrator"


def _said(text: Any) -> bool:
    return isinstance(text, str) and text.strip() != ""


def _in_languages(words: Any) -> bool:
    return isinstance(words, dict) and all(_said(words.get(lang)) for lang in NEEDED)
