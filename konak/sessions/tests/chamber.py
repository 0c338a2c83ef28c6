"""A small council made by deeds: 31 seats, 20 members of three communities, its clerk, president and lawyer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from konak.acts import office as acts
from konak.kernel import org
from konak.kernel.journal import SYSTEM, Actor
from konak.kernel.people import actor_for, open_account
from konak.sessions import office

PREPARED = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
CALLED = datetime(2026, 10, 6, 8, 0, tzinfo=UTC)
DAY = date(2026, 10, 20)
MORNING = datetime(2026, 10, 20, 8, 0, tzinfo=UTC)
START = date(2025, 11, 5)
PLACE = {"mk": "Голема сала", "sq": "Salla e madhe"}
TITLE = {"mk": "Одлука за надоместок за салите", "sq": "Vendim për kompensimin për sallat"}
TEXT = {
    "mk": "О Д Л У К А\nза надоместок за салите\n\nЧлен 1\nНадоместокот изнесува 500 денари.\n\n"
    "Член 2\nОваа одлука влегува во сила осмиот ден од денот на објавувањето.\n",
    "sq": "V E N D I M\npër kompensimin për sallat\n\nNeni 1\nKompensimi është 500 denarë.\n\n"
    "Neni 2\nKy vendim hyn në fuqi ditën e tetë nga dita e shpalljes.\n",
}
ROLES = {
    "session_clerk": ["session_clerk"],
    "lawyer": ["lawyer"],
    "secretary": ["secretary"],
    "head": ["head"],
    "officer": ["officer"],
    "registrar": ["registrar"],
    "gazette_editor": ["gazette_editor"],
    "it_admin": ["it_admin"],
    "mayor": ["mayor"],
    "president": ["president"],
}


@dataclass(frozen=True)
class Chamber:
    council: org.Body
    committee: org.Body
    members: list[org.Mandate]
    actors: dict[str, Actor]

    def __getattr__(self, login: str) -> Actor:
        if "actors" not in vars(self):  # it is just being copied
            raise AttributeError(login)
        return self.actors[login]


def furnish(seated: int = 20) -> Chamber:
    words = {"mk": "Сектор", "sq": "Sektori"}
    unit = org.set_up_unit(SYSTEM, code="sector", name=words, number_prefix="08", at=PREPARED)
    council = org.set_up_body(
        SYSTEM,
        code="council",
        kind="council",
        name={"mk": "Совет на Општина Куманово", "sq": "Këshilli i Komunës së Kumanovës"},
        seats_norm="council.seats",
        at=PREPARED,
    )
    committee = org.set_up_body(
        SYSTEM,
        code="finance",
        kind="committee",
        name={"mk": "Комисија за финансии", "sq": "Komisioni për financa"},
        seats=5,
        at=PREPARED,
    )
    mayor = org.set_up_body(
        SYSTEM, code="mayor", kind="mayor", name={"mk": "Градоначалник", "sq": "Kryetari"}, at=PREPARED
    )
    bodies = {"mayor": mayor, "president": council}
    actors = {
        login: _official(login, roles, {"body": bodies[login]} if login in bodies else {"unit": unit})
        for login, roles in ROLES.items()
    }
    communities = {
        code: org.enter_community(SYSTEM, code=code, name={"mk": code, "sq": code}, at=PREPARED)
        for code in ("mk", "sq", "sr")
    }
    declared = ["mk"] * 12 + ["sq"] * 5 + ["sr"] * 2
    members = []
    for place in range(seated):
        person = org.enter_person(SYSTEM, first="Член", last=f"Б{place:02}", at=PREPARED)
        mandate = org.give_mandate(
            SYSTEM,
            person,
            council,
            start=START,
            basis="Уверение на Општинската изборна комисија",
            at=PREPARED,
        )
        if place < len(declared):
            code = communities[declared[place]]
            org.declare_community(SYSTEM, mandate, code, declared_on=START, at=PREPARED)
        members.append(mandate)
    actors["councillor"] = _account("councillor", members[0].person)
    return Chamber(council, committee, members, actors)


def _official(login: str, roles: list[str], place: dict[str, Any]) -> Actor:
    person = org.enter_person(SYSTEM, first="Име", last=login.capitalize(), at=PREPARED)
    post = org.set_up_post(
        SYSTEM, code=login, title={"mk": login, "sq": login}, roles=roles, at=PREPARED, **place
    )
    org.appoint(SYSTEM, person, post, start=date(2026, 1, 1), basis="Решение 08-1/1", at=PREPARED)
    return _account(login, person)


def _account(login: str, person: org.Person) -> Actor:
    account = open_account(
        SYSTEM, person, username=login, password_hash="!", language="mk", sample=True, at=PREPARED
    )
    return actor_for(account, DAY)


def proposal(house: Chamber, kind: str = "decision", title: dict[str, str] | None = None) -> acts.Act:
    """A proposed act of the council with its texts in both languages."""
    act = acts.draft_from(house.lawyer, None, kind=kind, body="council", title=title or TITLE, at=PREPARED)
    acts.write_texts(house.lawyer, act, texts=TEXT, versions={"mk": 0, "sq": 0}, at=PREPARED)
    return acts.propose(house.lawyer, act, at=PREPARED)


def drafted(house: Chamber, **more: Any) -> office.Session:
    said = {"day": DAY, "hour": time(10), "place": PLACE, "at": PREPARED} | more
    return office.convene(house.session_clerk, said.pop("body", house.council), **said)


def called(house: Chamber, *items: dict[str, Any], **more: Any) -> office.Session:
    session = drafted(house, **more)
    for item in items or ({"title": {"mk": "Прашања", "sq": "Pyetje"}, "kind": "questions"},):
        office.add_item(house.session_clerk, session, **item, at=PREPARED)
    return office.call(house.session_clerk, session, at=CALLED)


def opened(house: Chamber, *items: dict[str, Any], present: int = 20) -> office.Session:
    session = called(house, *items)
    for mandate in house.members[:present]:
        office.arrive(house.session_clerk, session, mandate, at=MORNING)
    return office.open_session(house.president, session, at=MORNING)


def at_work(house: Chamber, *items: dict[str, Any], present: int = 20) -> office.Session:
    """Open, with the agenda adopted as proposed."""
    session = opened(house, *items, present=present)
    order = {i.pk: i.proposed_number for i in session.items.all()}
    office.adopt_agenda(
        house.session_clerk, session, numbers=order, present=present, votes_for=present, at=MORNING
    )
    return session
