"""Parties: found in either script, added once, changed with care."""

from datetime import UTC, datetime

import pytest

from konak.contacts import office
from konak.contacts.models import Party
from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, Actor, Ref, history

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
CLERK = Actor(account=1, roles=frozenset({"registrar"}))
pytestmark = pytest.mark.django_db


def add(name: str, **more: str) -> Party:
    return office.find_or_add(CLERK, name=name, at=AT, **more)


def test_the_same_name_in_either_script_is_one_party() -> None:
    first = add("  Ѓорѓи   Џамбазовски ")
    assert first.name == "Ѓорѓи Џамбазовски"
    assert add("Gjorgji Dzhambazovski").pk == first.pk
    assert add("ЃОРЃИ ЏАМБАЗОВСКИ").pk == first.pk
    assert [e.sentence("mk") for e in history(Ref.of(first))] == [
        "Ѓорѓи Џамбазовски е внесено во контактите."
    ]


def test_namesakes_are_told_apart_by_address_and_the_clerk_is_asked_when_unsure() -> None:
    one, other = add("Иван Петров", address="Проевце"), add("Иван Петров", address="Лопате")
    assert one.pk != other.pk
    assert add("Ivan Petrov", address="Lopate").pk == other.pk
    with pytest.raises(Refused) as refused:
        add("Иван Петров")
    assert [r.field for r in refused.value.reasons] == ["name"]
    assert office.typed(CLERK, one.label) == one
    assert office.typed(CLERK, f"Друг · № {one.pk}") is None
    assert office.typed(NOBODY, one.label) is None


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(Refused) as refused:
        office.find_or_add(NOBODY, name="", kind="ghost", email="x", language="de", at=AT)
    assert [r.field for r in refused.value.reasons] == ["", "name", "kind", "language", "email"]


def test_a_change_minds_the_version_and_the_twin() -> None:
    party, twin = add("А"), add("Б")
    said = {"kind": "person", "address": "", "email": "", "phone": "", "language": "sq"}
    changed = office.change(CLERK, party, name="В", version=1, at=AT, **said)
    assert (changed.name, changed.language, changed.version) == ("В", "sq", 2)
    with pytest.raises(Refused):
        office.change(CLERK, party, name="Г", version=1, at=AT, **said)
    with pytest.raises(Refused):
        office.change(CLERK, twin, name="В", version=1, at=AT, **said)


@pytest.mark.parametrize(
    ("text", "found"), [("zdruzenie", 2), ("Здружение Лилјак", 1), ("лилјак", 1), ("%", 0)]
)
def test_parties_are_looked_up_by_words(text: str, found: int) -> None:
    add("Здружение „Лилјак“", kind="ngo")
    add("Здружение „Ѓурѓовден“", kind="ngo")
    assert office.named(CLERK, text).count() == found
    assert office.named(NOBODY, text).count() == 0
