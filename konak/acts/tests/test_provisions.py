"""A draft one provision at a time: the boxes, the deeds, two clerks on one draft."""

import pytest

from konak import lex
from konak.acts import office, queries
from konak.acts.law import provisions as law
from konak.acts.models import Act, Text
from konak.acts.tests.office_of import AT, MK, SQ, House, Road
from konak.kernel.errors import Refused

LONG = """О Д Л У К А
за сали

I. ОПШТИ ОДРЕДБИ

Предмет
Член 1
(1) Прв став.
(2) Втор став.

Член 2
Според член 1 став 2 и членовите 3 и 4 од оваа одлука.

II. ДРУГО

Член 3
Види член 2.

Член 4
- прва;
- втора според членовите 2 до 3.
"""
TREE = lex.read(LONG, "mk")


def places(tree: lex.Act) -> list[str]:
    return [box.place for box in law.boxes(tree)]


def test_boxes_in_order_of_print() -> None:
    assert places(TREE) == ["chp:I", "art:1", "art:2", "chp:II", "art:3", "art:4"]
    assert [box.lines for box in law.boxes(TREE)][1] == "(1) Прв став.\n(2) Втор став."
    assert [box.name for box in law.boxes(TREE)][1:3] == ["Член 1", "Член 2"]


def test_new_numbers_repair_references_and_tell() -> None:
    more, place = law.added(TREE, "art:1", after=True)
    assert place == "art:1-а"
    tree, repairs = law.renumbered(more)
    assert places(tree) == ["chp:I", "art:1", "art:2", "art:3", "chp:II", "art:4", "art:5"]
    text = lex.write(tree)
    assert "Според член 1 став 2 и членовите 4 и 5 од оваа одлука." in text
    assert "Види член 3." in text
    assert "- втора според членовите 3 до 4." in text
    assert [(one.before, one.after) for one in repairs] == [
        ("член 1 став 2 и членовите 3 и 4", "член 1 став 2 и членовите 4 и 5"),
        ("член 2", "член 3"),
        ("членовите 2 до 3", "членовите 3 до 4"),
    ]


def test_what_points_nowhere_is_listed() -> None:
    assert law.nowhere(TREE) == []
    found = law.nowhere(law.removed(TREE, "art:4"))
    assert [(one.place, one.before) for one in found] == [("art:2/para:1", "член 1 став 2 и членовите 3 и 4")]


def test_split_merge_move() -> None:
    split = law.split(TREE, "art:1", 2)
    assert [box.lines for box in law.boxes(split)][1:3] == ["(1) Прв став.", "(1) Втор став."]
    merged = law.merged(TREE, "art:3")
    assert [box.lines for box in law.boxes(merged)][-1].startswith("Види член 2.\n- прва;")
    assert places(law.moved(TREE, "art:3", -1)) == ["chp:I", "art:1", "art:2", "art:3", "chp:II", "art:4"]


@pytest.mark.parametrize("lines", ["Нешто\nЧлен 9\nДруго", "III. НОВА ГЛАВА\nЧлен 8\nДруго"])
def test_one_box_stays_one_box(lines: str) -> None:
    with pytest.raises(law.Unfit, match="reads_apart"):
        law.written(TREE, "art:2", "", lines)


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (lambda: law.split(TREE, "art:2", 2), "no_line"),
        (lambda: law.merged(TREE, "art:4"), "no_next"),
        (lambda: law.merged(TREE, "art:2"), "no_next"),
        (lambda: law.moved(TREE, "chp:I", -1), "no_next"),
        (lambda: law.removed(TREE, "art:9"), "not_there"),
    ],
)
def test_what_cannot_be_done(how: object, code: str) -> None:
    assert callable(how)
    with pytest.raises(law.Unfit, match=code):
        how()


def numbers(act: Act) -> dict[str, int]:
    return {lang: text.number for lang, text in queries.texts(act).items()}


def words(act: Act, place: str, lang: str = "mk") -> str:
    box = law.box_at(queries.tree(queries.texts(act)[lang]), place)
    assert box is not None
    return box.lines


def test_two_clerks_in_two_provisions_both_stay(house: House) -> None:
    act = Road(house).written().act
    seen = numbers(act)
    office.write_provision(
        house.officer, act, "art:1", typed={"mk": ("", "Прво изменето.")}, versions=seen, at=AT
    )
    office.write_provision(
        house.lawyer, act, "art:2", typed={"mk": ("", "Второ изменето.")}, versions=seen, at=AT
    )
    assert (words(act, "art:1"), words(act, "art:2")) == ("Прво изменето.", "Второ изменето.")
    assert numbers(act) == {"mk": 3, "sq": 1}


def test_two_clerks_in_one_provision_nothing_is_overwritten(house: House) -> None:
    act = Road(house).written().act
    seen = numbers(act)
    office.write_provision(house.officer, act, "art:2", typed={"mk": ("", "Мое.")}, versions=seen, at=AT)
    with pytest.raises(Refused, match="Officer"):
        office.write_provision(house.lawyer, act, "art:2", typed={"mk": ("", "Туѓо.")}, versions=seen, at=AT)
    with pytest.raises(Refused, match="Officer"):
        office.shape(house.lawyer, act, "art:2", how="remove", versions=seen, at=AT)
    assert words(act, "art:2") == "Мое."


def test_the_list_changes_in_every_language_at_once(house: House) -> None:
    act = Road(house).written().act
    place, repairs = office.shape(house.officer, act, "art:1", how="after", versions=numbers(act), at=AT)
    assert (place, repairs) == ("art:1-а", [])
    office.shape(house.officer, act, "art:1", how="renumber", versions=numbers(act), at=AT)
    for text in queries.texts(act).values():
        assert places(queries.tree(text)) == ["art:1", "art:2", "art:3", "art:4"]


def test_a_refused_change_keeps_nothing(house: House) -> None:
    act = Road(house).written().act
    before = Text.objects.count()
    for how, line in (("split", 5), ("up", 0)):
        with pytest.raises(Refused):
            office.shape(house.officer, act, "art:1", how=how, line=line, versions=numbers(act), at=AT)
    with pytest.raises(Refused):
        office.write_provision(
            house.pr, act, "art:1", typed={"mk": ("", "Не.")}, versions=numbers(act), at=AT
        )
    assert Text.objects.count() == before


def test_the_house_may_wait_until_the_languages_agree(house: House) -> None:
    act = Road(house).act
    office.write_text(house.officer, act, "mk", text=MK, version=0, at=AT)
    office.write_text(house.translator, act, "sq", text=SQ.replace("500", "50"), version=0, at=AT)
    from konak.acts import rules

    found = queries.differences({lang: queries.tree(text) for lang, text in queries.texts(act).items()})
    reason = rules.languages_differ(found)
    assert reason is not None
    assert rules.languages_differ([]) is None
    assert office.propose(house.officer, act, at=AT).state == "proposed"


def test_an_amending_act_keeps_its_references_to_another() -> None:
    more, _place = law.added(TREE, "art:1", after=True)
    tree, repairs = law.renumbered(more, own=False)
    assert places(tree) == ["chp:I", "art:1", "art:2", "art:3", "chp:II", "art:4", "art:5"]
    assert ("Види член 2." in lex.write(tree), repairs) == (True, [])
