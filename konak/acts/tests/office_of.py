"""The small office of acts, made by deeds: everybody who has a duty on the road from draft to gazette."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from konak.acts import office
from konak.acts.models import Act
from konak.contacts.office import find_or_add
from konak.kernel.files import Blob, store
from konak.kernel.journal import SYSTEM, Actor, Ref
from konak.kernel.org import appoint, enter_person, set_up_body, set_up_post, set_up_unit
from konak.kernel.people import actor_for, open_account
from konak.registry.office import Case, register_incoming

AT = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
DAY = date(2026, 9, 1)
SESSION = date(2026, 9, 24)
VOTED = datetime(2026, 9, 24, 15, 0, tzinfo=UTC)
LATER = datetime(2026, 9, 29, 8, 0, tzinfo=UTC)
ISSUE = date(2026, 9, 30)
VERDICT = {
    "adopted": True,
    "reasons": {
        "mk": "За: 17 од 24 присутни.",
        "sq": "Pro: 17 nga 24 të pranishëm.",
        "en": "17 of 24 present.",
    },
}
LOST = {"adopted": False, "reasons": {"mk": "За: 5 од 24.", "sq": "Pro: 5 nga 24.", "en": "5 of 24."}}
MK = """Врз основа на член 36 став 1 точка 15 од Законот за локалната самоуправа („Службен весник на Република Македонија“ бр. 5/2002), Советот на Општина Куманово, на седницата одржана на ________ 2026 година, донесе

О Д Л У К А
за надоместок за користење на салите

Член 1
Со оваа одлука се утврдува надоместокот за користење на салите на Општина Куманово.

Член 2
Надоместокот изнесува 500 денари за еден час.

Член 3
Оваа одлука влегува во сила осмиот ден од денот на објавувањето во „Службен гласник на Општина Куманово“.
"""  # noqa: E501
SQ = """Në bazë të nenit 36 paragrafi 1 pika 15 të Ligjit për vetëqeverisje lokale („Gazeta zyrtare e Republikës së Maqedonisë“ nr. 5/2002), Këshilli i Komunës së Kumanovës, në mbledhjen e mbajtur më ________ 2026, solli

V E N D I M
për kompensimin për shfrytëzimin e sallave

Neni 1
Me këtë vendim përcaktohet kompensimi për shfrytëzimin e sallave të Komunës së Kumanovës.

Neni 2
Kompensimi është 500 denarë për një orë.

Neni 3
Ky vendim hyn në fuqi ditën e tetë nga dita e shpalljes në „Gazetën zyrtare të Komunës së Kumanovës“.
"""  # noqa: E501
TITLE = {
    "mk": "Одлука за надоместок за користење на салите",
    "sq": "Vendim për kompensimin për shfrytëzimin e sallave",
}
ROLES: dict[str, list[str]] = {
    "registrar": ["registrar", "archivist"],
    "officer": ["officer"],
    "other": ["officer"],
    "lawyer": ["lawyer", "officer"],
    "session_clerk": ["session_clerk", "officer"],
    "secretary": ["secretary"],
    "president": ["president"],
    "councillor": ["councillor"],
    "mayor": ["mayor"],
    "gazette_editor": ["gazette_editor", "officer"],
    "translator": ["translator"],
    "pr": ["pr"],
}
IN_COUNCIL = ("president", "councillor")


@dataclass(frozen=True)
class House:
    """Actors by the name of their post; a case that a letter began."""

    actors: dict[str, Actor]
    case: Case

    def __getattr__(self, name: str) -> Actor:
        if "actors" not in vars(self):  # it is just being copied
            raise AttributeError(name)
        return self.actors[name]


def furnish() -> House:
    names = {"mk": "Одделение", "sq": "Njësia"}
    sector = set_up_unit(SYSTEM, code="sector", name=names, number_prefix="08", at=AT)
    unit = set_up_unit(SYSTEM, code="council", name=names, number_prefix="08", parent=sector, at=AT)
    far = set_up_unit(SYSTEM, code="far", name=names, number_prefix="11", parent=sector, at=AT)
    council = set_up_body(
        SYSTEM,
        code="council",
        kind="council",
        name={"mk": "Совет", "sq": "Këshilli"},
        at=AT,
    )
    mayor = set_up_body(
        SYSTEM, code="mayor", kind="mayor", name={"mk": "Градоначалник", "sq": "Kryetari"}, at=AT
    )
    actors = {}
    for login, roles in ROLES.items():
        body = council if login in IN_COUNCIL else mayor if login == "mayor" else None
        place: dict[str, Any] = (
            {"body": body} if body else {"unit": far if login in ("other", "pr") else unit}
        )
        actors[login] = clerk(login, roles, place)
    party = find_or_add(actors["registrar"], name="Здружение „Сала“", kind="organisation", at=AT)
    letter = register_incoming(
        actors["registrar"],
        at=AT,
        party=party,
        subject="Барање за користење сала",
        language="mk",
        received_on=DAY,
        channel="counter",
        mark="0201",
        unit=unit,
    )
    return House(actors, letter.case)


def clerk(login: str, roles: list[str], place: dict[str, Any]) -> Actor:
    person = enter_person(SYSTEM, first="Име", last=login.capitalize(), languages=["mk"], at=AT)
    post = set_up_post(SYSTEM, code=login, title={"mk": login, "sq": login}, roles=roles, at=AT, **place)
    appoint(SYSTEM, person, post, start=date(2026, 1, 1), basis="Решение 08-1/1", at=AT)
    account = open_account(
        SYSTEM, person, username=login, password_hash="!", language="mk", sample=True, at=AT
    )
    return actor_for(account, DAY)


SESSION_OF = {
    "session": Ref("sessions.session", 57),
    "session_day": SESSION,
    "session_number": 57,
    "session_title": {"mk": "57-ма седница", "sq": "mbledhja e 57-të"},
}


def scan() -> Blob:
    """A small true PDF, as a scanner makes one."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    )
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % body.index(b"%d 0 obj" % n) for n in (1, 2, 3)
    )
    end = b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return store(body + table + end, name="potpis.pdf")


def all_yes(opinion: office.Opinion) -> dict[str, office.Check]:
    """Every question answered with yes."""
    return {row["code"]: office.Check("yes") for row in office.questions(opinion, DAY)}


class Road:
    """An act walked to a state, each step by whose duty it is."""

    STATES = ("draft", "proposed", "adopted", "fixed", "signed", "promulgated", "published")

    def __init__(self, house: House, body: str = "council", **more: Any) -> None:
        self.house = house
        self.act: Act = office.draft_from(
            house.officer, house.case, kind="decision", body=body, title=TITLE, at=AT, **more
        )
        self.publication: Act | None = None
        self.issue_day = ISSUE

    @classmethod
    def of(cls, house: House, act: Act) -> "Road":
        """Walk on with an act that is on the road already."""
        road = cls.__new__(cls)
        road.house, road.act, road.publication, road.issue_day = house, act, None, ISSUE
        return road

    def written(self) -> "Road":
        if not office.texts(self.act):
            office.write_text(self.house.officer, self.act, "mk", text=MK, version=0, at=AT)
            office.write_text(self.house.translator, self.act, "sq", text=SQ, version=0, at=AT)
        return self

    def opined(self) -> "Road":
        opinion = office.ask_opinion(self.house.officer, self.act, at=AT)
        office.give_opinion(self.house.lawyer, opinion, verdict="agrees", checks=all_yes(opinion), at=AT)
        return self

    def to(self, state: str) -> Act:
        """Walk on until the act is in the state."""
        while Act.objects.get(pk=self.act.pk).state != state:
            self.step()
        return Act.objects.get(pk=self.act.pk)

    def step(self) -> None:
        house, act = self.house, Act.objects.get(pk=self.act.pk)
        council = act.body == "council"
        steps = {
            "draft": lambda: (self.written(), office.propose(house.officer, act, at=AT)),
            "proposed": partial(
                office.adopt, house.session_clerk, act, verdict=VERDICT, at=VOTED, **SESSION_OF
            )
            if council
            else partial(office.decide, house.mayor, act, at=VOTED),
            "adopted": partial(office.fix_text, house.lawyer, act, texts={"mk": MK, "sq": SQ}, at=VOTED),
            "fixed": partial(
                office.sign_on_paper, house.session_clerk, act, scan=scan(), at=VOTED + timedelta(days=1)
            ),
            "signed": self._promulgate if council else self._publish,
            "promulgated": self._publish,
        }
        steps[act.state]()

    def _promulgate(self) -> None:
        self.publication = office.promulgate(self.house.mayor, Act.objects.get(pk=self.act.pk), at=LATER)

    def _publish(self) -> None:
        for act in filter(None, (self.publication, Act.objects.get(pk=self.act.pk))):
            office.mark_published(
                self.house.gazette_editor,
                act,
                issue=Ref("gazette.issue", 7),
                gazette_label={"mk": "Службен гласник бр. 7/2026", "sq": "Gazeta zyrtare nr. 7/2026"},
                day=self.issue_day,
                at=LATER + timedelta(days=1),
            )


def stranger(actor: Actor) -> Actor:
    """The same person without any role."""
    return replace(actor, roles=frozenset())
