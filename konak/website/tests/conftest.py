"""A small town: one act the gazette has published, and beside it what nobody outside may see yet."""

from dataclasses import dataclass

from konak.acts import office as acts
from konak.acts.tests.office_of import AT, House, Road, furnish
from konak.gazette.models import Issue
from konak.gazette.tests.office_of import published, ready
from konak.kernel.journal import settle
from tests.lodging import made_once

SECRET = "Скриена"
BEFORE_PUBLICATION = ("draft", "proposed", "adopted", "fixed", "signed", "promulgated")


@dataclass(frozen=True)
class Street:
    """The office behind, the published act and its issue; `hidden` are acts by state."""

    house: House
    act: acts.Act
    issue: Issue
    hidden: dict[str, acts.Act]


def hide(house: House, state: str) -> acts.Act:
    """An act brought to a state before its publication, its title marked."""
    title = {"mk": f"{SECRET} одлука {state}", "sq": f"Vendim {SECRET} {state}"}
    act = acts.draft_from(house.officer, house.case, kind="decision", body="council", title=title, at=AT)
    return Road.of(house, act).written().to(state)


def furnished() -> Street:
    house = furnish()
    issue = published(house, ready(house))
    act = acts.Act.objects.get(state="published", about=None)
    hidden = {state: hide(house, state) for state in BEFORE_PUBLICATION}
    settle()
    return Street(house, act, issue, hidden)


street = made_once(furnished)
