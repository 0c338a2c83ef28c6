"""A small office to test with: a sector, a department, a council of five and a few persons."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from konak.kernel import norms, org
from konak.kernel.journal import Actor
from konak.kernel.norms.models import Deviation

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
DAY = date(2026, 10, 13)
START = date(2025, 11, 10)
KEEPER = Actor(name="Konak", roles=frozenset({"system"}), origin="town")
BASIS = "Решение бр. 04-12/1 од 10.11.2025"


@dataclass(frozen=True)
class Office:
    sector: org.Unit
    department: org.Unit
    council: org.Body
    mayor: org.Body
    posts: dict[str, org.Post]
    persons: dict[str, org.Person]


def person(first: str, last: str, *languages: str, email: str = "") -> org.Person:
    return org.enter_person(KEEPER, first=first, last=last, languages=list(languages), email=email, at=AT)


def words(mk: str, sq: str) -> dict[str, str]:
    return {"mk": mk, "sq": sq}


def build() -> Office:
    """Everything by deeds, as a town is."""
    Deviation.objects.create(
        key="council.seats",
        value=5,
        basis={"mk": "Одлука"},
        valid_from=date(2005, 1, 1),
        entered_at=AT,
    )
    norms.fresh()
    sector = org.set_up_unit(
        KEEPER, code="sector", name=words("Сектор", "Sektori"), number_prefix="08", at=AT
    )
    department = org.set_up_unit(
        KEEPER,
        code="mayor-support",
        name=words("Одделение", "Njësia"),
        number_prefix="09",
        parent=sector,
        at=AT,
    )
    council = org.set_up_body(
        KEEPER,
        code="council",
        kind="council",
        name=words("Совет", "Këshilli"),
        seats_norm="council.seats",
        at=AT,
    )
    mayor = org.set_up_body(
        KEEPER, code="mayor", kind="mayor", name=words("Градоначалник", "Kryetari"), at=AT
    )
    posts = {
        "mayor": _post("mayor", ["mayor"], body=mayor),
        "president": _post("president", ["president"], body=council),
        "head": _post("head", ["head", "officer"], unit=sector),
        "registrar": _post("registrar", ["registrar", "archivist"], unit=department, places=2),
        "it": _post("it", ["it_admin"], unit=department),
    }
    persons = {
        "mayor": person("Стојан", "Здравевски", "mk"),
        "president": person("Маја", "Трајчевска", "mk"),
        "head": person("Весна", "Џамбазовска", "mk"),
        "registrar": person("Ѓурѓа", "Њаговска", "mk", email="gjurgja@example.mk"),
        "registrar.sq": person("Xhevahire", "Çerkezi", "sq", email="xhevahire@example.mk"),
        "it": person("Јовица", "Стефков", "mk"),
    }
    for name in ("mayor", "president", "head", "registrar", "it"):
        org.appoint(KEEPER, persons[name], posts[name], start=START, basis=BASIS, at=AT)
    org.appoint(KEEPER, persons["registrar.sq"], posts["registrar"], start=START, basis=BASIS, at=AT)
    org.give_mandate(KEEPER, persons["president"], council, start=START, basis=BASIS, at=AT)
    return Office(sector, department, council, mayor, posts, persons)


def _post(code: str, roles: list[str], **where: org.Unit | org.Body | int) -> org.Post:
    return org.set_up_post(KEEPER, code=code, title=words(code, code), roles=roles, at=AT, **where)  # type: ignore[arg-type]
