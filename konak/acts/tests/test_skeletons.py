"""The first text of a draft: every skeleton for every kind it is for, its legal bases, its screen."""

from datetime import date

import pytest

from konak import lex
from konak.acts import office, queries
from konak.acts.actions import beginning
from konak.acts.law import skeletons
from konak.acts.models import Act
from konak.acts.tests.office_of import AT, DAY, House, Road
from konak.acts.tests.test_screens import _second_factor_done, at_desk, send  # noqa: F401
from konak.kernel.errors import Refused
from konak.kernel.norms.shipped import shipped
from konak.kernel.people import Account

pytestmark = pytest.mark.django_db
TITLE = {"mk": "Нешто за сите", "sq": "Diçka për të gjithë"}
COUNCIL = "decision programme plan statute rules budget ruling conclusion rulebook recommendation declaration"
MAYOR = "decision plan ruling conclusion rulebook instruction order"
FITTING = [
    (row["code"], kind, body)
    for row in shipped()["acts.skeletons"][0].value
    for kind in row["kinds"]
    for body in row["bodies"]
    if kind in {"council": COUNCIL, "mayor": MAYOR}[body].split()
]


@pytest.mark.parametrize(("code", "kind", "body"), FITTING)
def test_a_skeleton_is_read_whole_and_its_languages_agree(code: str, kind: str, body: str) -> None:
    act = Act(kind=kind, body=body, title=TITLE, drafted_at=AT)
    bases = list(skeletons.fitting(queries.bases(DAY), kind, body))
    texts = beginning.first_texts(act, code, bases, DAY)
    trees = {lang: lex.read(text, lang) for lang, text in texts.items()}
    assert list(trees) == ["mk", "sq"]
    for lang, tree in trees.items():
        assert tree.unread == ()
        assert lex.write(tree).split() == texts[lang].split()
        assert (tree.title, bool(tree.preamble), bool(tree.enacting)) == (TITLE[lang], True, True)
        assert "{" not in texts[lang]
    assert lex.parity(trees["mk"], trees["sq"]) == []


@pytest.mark.parametrize(("body", "kinds"), [("council", COUNCIL), ("mayor", MAYOR)])
def test_every_kind_has_a_skeleton_and_a_basis(body: str, kinds: str) -> None:
    adopted = [code for code, kind in queries.kinds(DAY).items() if body in kind["bodies"]]
    assert sorted(adopted) == sorted(kinds.split())
    for kind in kinds.split():
        assert skeletons.fitting(queries.skeletons(DAY), kind, body), kind
        assert skeletons.fitting(queries.bases(DAY), kind, body), kind


def test_the_words_of_a_first_text() -> None:
    act = Act(kind="rulebook", body="mayor", title={"mk": "Правилник за архива"}, drafted_at=AT)
    text = beginning.first_texts(act, "articles", ["own_statute", "mayor"], DAY)["mk"]
    assert text == (
        "Врз основа на член 50 став 1 точка 14 од Законот за локалната самоуправа („Службен весник на Република"
        " Македонија“ бр. 5/2002) и член ___ од Статутот на Општина Куманово („Службен гласник на Општина"
        " Куманово“ бр. ___), градоначалникот на Општина Куманово донесе\n\n"
        "П Р А В И Л Н И К\nза архива\n\n"
        "Член 1\nСо овој правилник се уредува …\n\nЧлен 2\n…\n\n"
        "Член 3\nОвој правилник влегува во сила осмиот ден од денот на објавувањето во „Службен гласник на Општина"
        " Куманово“.\n"
    )
    assert "nenit ___ të ________, kryetari" in beginning.first_texts(act, "articles", [], DAY)["sq"]


def test_a_basis_is_cited_only_while_it_is_valid() -> None:
    assert list(queries.bases(date(2002, 2, 5)))[-1] == "own_statute"
    assert queries.bases(date(2002, 2, 4)) == {}


def begun(house: House, act: Act, skeleton: str = "articles", *bases: str, key: str = "") -> Act:
    return office.begin_text(house.officer, act, skeleton=skeleton, bases=bases, at=AT, key=key)


def test_a_text_is_begun_once(house: House) -> None:
    act = Road(house).act
    for _twice in range(2):
        begun(house, act, "articles", "council", key="once")
    assert {lang: text.number for lang, text in office.texts(act).items()} == {"mk": 1, "sq": 1}
    with pytest.raises(Refused, match="веќе има текст"):
        begun(house, act)


@pytest.mark.parametrize(("skeleton", "bases"), [("statute", ()), ("nothing", ()), ("articles", ("mayor",))])
def test_what_is_not_for_this_act_is_refused(house: House, skeleton: str, bases: tuple[str, ...]) -> None:
    act = Road(house).act
    with pytest.raises(Refused):
        begun(house, act, skeleton, *bases)
    with pytest.raises(Refused):
        office.begin_text(house.pr, act, skeleton="articles", bases=(), at=AT)
    assert office.texts(act) == {}


@pytest.mark.usefixtures("_second_factor_done")
@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_screen(house: House, lang: str) -> None:
    Account.objects.update(language=lang)
    officer = at_desk(house.officer)
    draft = {
        "kind": "decision",
        "body": "council",
        "proposer": "mayor",
        "case_number": "08-1",
        "title_mk": "за такси",
        "title_sq": "për taksat",
    }
    page = send(officer, "/office/acts/new/", **draft)
    act = Act.objects.get()
    at = f"/office/acts/{act.pk}/begin/"
    assert f'action="{at}"' in page or "skeleton" in page
    chosen = {"skeleton": "chapters", "bases": ["council", "own_statute"]}
    look = officer.post(at, chosen | {"look": "1"}).content.decode()
    assert ("ОПШТИ ОДРЕДБИ" in look, "DISPOZITA TË" in look, act.texts.count()) == (True, True, 0)
    page = send(officer, at, **chosen)
    assert "ОПШТИ ОДРЕДБИ" in page
    assert act.texts.count() == 2
    assert officer.post(at, chosen).status_code == 422
    assert officer.post(at, {"skeleton": "statute", "look": "1"}).status_code == 422
