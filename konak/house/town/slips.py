"""What also happens at the counter: a letter entered twice, a number copied wrong, a request of procedure."""

from datetime import date, timedelta
from typing import Any

from konak.contacts.office import NewParty
from konak.registry import office as registry

from .days import Days
from .founding import Town


def slip(town: Town, days: Days, day: date) -> None:
    """One morning: the same letter by e-mail and by post is entered twice; a sender's number was misread."""
    registrar = town.actor("registrar", day)

    def enter(about: str, mark: str = "0801", **more: Any) -> registry.Document:
        said = {"channel": "post", "unit": town.units["mayor-support"], "language": "mk", **more}
        return registry.register_incoming(
            registrar, at=days.at(day), received_on=day, subject=about, mark=mark, **said
        )

    sender = NewParty(name="Јавно претпријатие „Водовод“", kind="institution", language="mk")
    about = "Известување за планирани прекини во водоснабдувањето"
    number = {"sender_number": "03-418/1", "sender_date": day - timedelta(days=1)}
    first = enter(about, "0809", party=sender, **number)
    again = enter(about, "0809", party=first.party, channel="email", **number)
    registry.void(
        registrar,
        numbers=[again.number],
        year=day.year,
        reason=f"Истото писмо веќе е заведено под {first.number}.",
        at=days.at(day),
    )
    registry.remark(registrar, first, text="Стигнато и по електронска пошта.", at=days.at(day))
    entry = registry.entry_of(first) | {"sender_number": "03-418/7"}
    registry.correct(registrar, first, entry=entry, reason="Погрешно прочитан број.", at=days.at(day))
    asker = NewParty(name="Снежана Трајковска-Петрова", kind="person", language="mk")
    enter("Барање за одобрение за поставување тераса", "0809", party=asker, book="up1", channel="counter")
