"""The text if adopted: seen before voting, on the screen and on paper, marked as no official text."""

import pypdfium2
import pytest

from konak.acts import office
from konak.acts.models import Act
from konak.acts.preview import previews
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import AT, House, Road
from konak.acts.tests.test_screens import _second_factor_done, at_desk  # noqa: F401
from konak.kernel.journal import Actor

pytestmark = pytest.mark.usefixtures("_second_factor_done")
LINK = "if-adopted/"


def draft(house: House, *, dark: bool = False) -> Act:
    act = of.drafted(house, Road(house).to("published"))
    office.write_texts(house.officer, act, texts=of.texts(dark), versions={}, at=AT)
    return act


def page(actor: Actor, act: Act, rest: str = LINK) -> str:
    answer = at_desk(actor).get(f"/office/acts/{act.pk}/{rest}")
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def words(actor: Actor, act: Act, form: str, lang: str) -> str:
    answer = at_desk(actor).get(f"/office/acts/{act.pk}/{LINK}{form}.{lang}.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    pages = pypdfium2.PdfDocument(answer.content)
    return " ".join(" ".join(one.get_textpage().get_text_bounded() for one in pages).split())


def test_a_member_reads_it_when_the_act_is_proposed_and_not_before(house: House) -> None:
    act = draft(house)
    assert page(house.councillor, act) == "404"
    assert "<del>500</del><ins>700</ins>" in page(house.officer, act)
    office.propose(house.officer, act, at=AT)
    for reader in (house.councillor, house.president):
        seen = page(reader, act)
        assert ("<del>500</del><ins>700</ins>" in seen, "700 денари" in seen) == (True, True)
        assert "Работен текст, не е службен" in seen
        assert LINK in page(reader, act, "")


def test_a_hand_written_draft_says_what_is_not_in_the_text(house: House) -> None:
    seen = page(house.officer, draft(house, dark=True))
    assert "Не влегло во овој текст" in seen
    assert of.DARK_MK in seen
    assert "Neni 1 të harmonizohet" in seen


@pytest.mark.parametrize(
    ("lang", "mark", "changed", "version"),
    [
        ("mk", "РАБОТЕН ТЕКСТ, не е службен", "700 денари", "нацрт, верзија 1"),
        ("sq", "TEKST PUNE, nuk është zyrtar", "700 denarë", "drafti, versioni 1"),
    ],
)
def test_both_papers_name_the_draft_its_version_and_the_day(
    house: House, lang: str, mark: str, changed: str, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KONAK_CLOCK", "2026-10-13T09:00")
    act = draft(house)
    whole, redline = words(house.officer, act, "text", lang), words(house.officer, act, "redline", lang)
    for paper in (whole, redline):
        assert (mark in paper, version in paper, "13.10.2026" in paper) == (True, True, True)
        assert act.title[lang] in paper
    assert changed in whole
    assert "500700" in redline.replace(" ", "")
    assert page(house.officer, act, f"{LINK}other.mk.pdf") == "404"
    assert page(house.officer, act, f"{LINK}text.xx.pdf") == "404"


def test_gathered_changes_are_shown_before_any_text_and_told_of_when_not_written(house: House) -> None:
    act = of.drafted(house, Road(house).to("published"))
    assert previews(act) == {}
    assert page(house.officer, act) != "404"
    item = {
        lang: {"op": "replace_words", "target": "art:2", "old": "500", "new": "450"} for lang in ("mk", "sq")
    }
    act = office.add_changes(house.officer, act, items=[item], version=act.version, at=AT)
    assert "собрани измени, сѐ уште без верзија" in page(house.officer, act)
    office.write_decision(house.officer, act, version=act.version, versions={}, at=AT)
    assert "Нацртот сѐ уште не го содржи тоа" not in page(house.officer, act)
    act.refresh_from_db()
    more = {lang: {"op": "repeal", "target": "art:1"} for lang in ("mk", "sq")}
    act = office.add_changes(house.officer, act, items=[more], version=act.version, at=AT)
    assert "Нацртот сѐ уште не го содржи тоа" in page(house.officer, act)


def test_a_published_act_has_versions_instead(house: House) -> None:
    base = Road(house).to("published")
    act = of.published(house, of.drafted(house, base), of.texts())
    assert page(house.officer, act) == "404"
    assert page(house.officer, base) == "404"
