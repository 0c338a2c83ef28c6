"""The title of an amending text that was typed by hand: does it say what the text does?"""

import pytest

from konak.acts import office
from konak.acts.law import amending
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import AT, House, Road
from konak.acts.tests.test_screens import _second_factor_done, at_desk  # noqa: F401

pytestmark = pytest.mark.usefixtures("_second_factor_done")


@pytest.mark.parametrize(
    ("title", "ops", "should"),
    [
        ("за изменување на Одлуката", ["replace_words"], ""),
        ("за изменување на Одлуката", ["insert"], "дополнување"),
        ("за дополнување на Одлуката", ["insert", "repeal"], "изменување и дополнување"),
        ("за изменување и дополнување на Одлуката", ["insert", "repeal"], ""),
        ("за изменување и дополнување на Одлуката", ["repeal"], "изменување"),
        ("за салите", ["repeal"], "изменување"),
        ("за салите", ["in_force"], ""),
        ("за салите", [], ""),
    ],
)
def test_what_a_title_should_say(title: str, ops: list[str], should: str) -> None:
    assert amending.misnamed(title, "mk", [{"op": one} for one in ops]) == should


def test_a_title_that_does_not_follow_the_content_is_warned_about(house: House) -> None:
    act = of.drafted(house, Road(house).to("published"))
    office.write_texts(house.officer, act, texts=of.texts(), versions={}, at=AT)
    wrong = {
        "mk": of.texts()["mk"].replace("за изменување на", "за дополнување на"),
        "sq": of.texts()["sq"],
    }

    def page(rest: str) -> str:
        return at_desk(house.officer).get(f"/office/acts/{act.pk}/{rest}").content.decode()

    said = "не одговара на содржината: треба да стои „изменување“"
    assert said not in page("")
    office.write_texts(house.officer, act, texts=wrong, versions={"mk": 1, "sq": 1}, at=AT)
    for rest in ("", "propose/", "write/"):
        assert said in page(rest), rest
    office.propose(house.officer, act, at=AT)  # never a gate
