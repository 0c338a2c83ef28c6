"""A small office made by deeds: two units, a registrar, two officers, a head."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from konak.contacts.office import Party, find_or_add
from konak.kernel.journal import SYSTEM, Actor
from konak.kernel.org import Person, Unit, appoint, enter_person, set_up_post, set_up_unit
from konak.kernel.people import Account, actor_for, open_account
from konak.registry import office

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
DAY = date(2026, 10, 13)


@dataclass(frozen=True)
class Office:
    council: Unit
    mayor: Unit
    registrar: Actor
    officer: Actor
    other: Actor
    head: Actor

    def person(self, actor: Actor) -> Person:
        return Person.objects.get(pk=actor.person)

    def account(self, actor: Actor) -> Account:
        return Account.objects.get(pk=actor.account)


def clerk(unit: Unit, login: str, roles: list[str], first: str, last: str, language: str = "mk") -> Actor:
    person = enter_person(SYSTEM, first=first, last=last, languages=[language], at=AT)
    title = {"mk": login, "sq": login}
    post = set_up_post(SYSTEM, code=login, title=title, roles=roles, unit=unit, at=AT)
    appoint(SYSTEM, person, post, start=date(2026, 1, 1), basis="Решение 08-1/1", at=AT)
    account = open_account(
        SYSTEM, person, username=login, password_hash="!", language=language, sample=True, at=AT
    )
    return actor_for(account, DAY)


def furnish() -> Office:
    sector = set_up_unit(
        SYSTEM, code="sector", name={"mk": "Сектор", "sq": "Sektori"}, number_prefix="08", at=AT
    )
    council = set_up_unit(
        SYSTEM,
        code="council",
        name={"mk": "Одделение за поддршка на Советот", "sq": "Njësia për mbështetje të Këshillit"},
        number_prefix="08",
        parent=sector,
        at=AT,
    )
    mayor = set_up_unit(
        SYSTEM,
        code="mayor",
        name={"mk": "Одделение за поддршка на Градоначалникот", "sq": "Njësia për mbështetje të Kryetarit"},
        number_prefix="09",
        parent=sector,
        at=AT,
    )
    return Office(
        council=council,
        mayor=mayor,
        registrar=clerk(mayor, "registrar", ["registrar", "archivist"], "Ѓурѓа", "Њаговска"),
        officer=clerk(council, "officer", ["officer"], "Горјан", "Пешевски"),
        other=clerk(mayor, "other", ["officer"], "Xhevahire", "Çerkezi", "sq"),
        head=clerk(sector, "head", ["head"], "Весна", "Џамбазовска"),
    )


def sender(house: Office, name: str = "Здружение „Ѓурѓовден“") -> Party:
    return find_or_add(house.registrar, name=name, kind="ngo", address="ул. „Иво Лола Рибар“ 5", at=AT)


def letter(house: Office, **changes: Any) -> office.Document:
    """Register a letter; `changes` over an ordinary one."""
    said: dict[str, Any] = {
        "at": AT,
        "key": None,
        "party": changes.pop("party", None) or sender(house),
        "subject": "Барање за поставување летна тераса",
        "language": "mk",
        "received_on": DAY,
        "channel": "counter",
        "mark": "0809",
        "unit": house.council,
    }
    return office.register_incoming(changes.pop("actor", house.registrar), **said | changes)
