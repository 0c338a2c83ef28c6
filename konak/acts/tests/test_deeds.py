"""The road of an act, deed by deed, and what refuses."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from konak import lex
from konak.acts import office, queries
from konak.acts.models import Act, Original, Text
from konak.acts.tests.office_of import (
    AT,
    ISSUE,
    LATER,
    LOST,
    MK,
    SESSION_OF,
    SQ,
    TITLE,
    VERDICT,
    VOTED,
    House,
    Road,
    all_yes,
    scan,
)
from konak.kernel import norms
from konak.kernel.errors import Refused
from konak.lex import akn
from konak.registry.office import open_case
from konak.tasks.office import waiting_for


def reasons(refused: Any) -> list[str]:
    return [reason.field or str(reason.text) for reason in refused.value.reasons]


def test_from_letter_to_gazette(house: House) -> None:
    road = Road(house)
    road.written().opined()
    act = road.to("published")
    assert act.letter is not None
    assert act.letter.number == "08-1/1"
    assert act.proposal is not None
    assert (act.proposal.number, act.number) == ("08-1/3", "08-1/4")  # the opinion took 08-1/2
    assert act.adopted_on == date(2026, 9, 24)
    assert (act.published_on, act.in_force_on) == (ISSUE, date(2026, 10, 8))
    publication = queries.publication_act(act)
    assert publication is not None
    assert publication.number == "08-2/1"
    assert (publication.state, publication.in_force_on) == ("published", date(2026, 9, 29))


def test_the_fixed_text_bears_number_date_office_and_name(house: House) -> None:
    act = Road(house).to("fixed")
    said = {lang: lex.write(queries.tree(text)) for lang, text in queries.fixed_texts(act).items()}
    assert "на седницата одржана на 24.09.2026 година, донесе" in said["mk"]
    assert "në mbledhjen e mbajtur më 24.09.2026, solli" in said["sq"]
    facts = {lang: lex.closing.facts(lex.read(words, lang).closing, lang) for lang, words in said.items()}
    assert facts["mk"].number == facts["sq"].number == act.number
    assert facts["mk"].day == facts["sq"].day == act.adopted_on
    assert (facts["mk"].signatory, facts["mk"].place) == ("Име President", "Куманово")
    assert facts["mk"].office == "ПРЕТСЕДАТЕЛ на Советот на Општина Куманово"
    assert facts["sq"].office == "KRYETARI i Këshillit të Komunës së Kumanovës"


def test_every_text_kept_is_strictly_valid_akoma_ntoso(house: House) -> None:
    Road(house).to("promulgated")
    rows = list(Text.objects.all())
    assert len(rows) == 6  # draft, fixed and the publication act, each in two languages
    assert [akn.validate(row.xml) for row in rows] == [[]] * 6


def test_the_publication_act_says_what_it_publishes_in_both_languages(house: House) -> None:
    act = Road(house).to("promulgated")
    own = queries.publication_act(act)
    assert own is not None
    texts = {lang: lex.write(queries.tree(text)) for lang, text in queries.fixed_texts(own).items()}
    assert (
        "1. Се објавува Одлуката за надоместок за користење на салите бр. 08-1/3, донесена од Советот на Општина"
        " Куманово на 57-ма седница одржана на 24.09.2026 година." in texts["mk"]
    )
    assert (
        "1. Shpallet Vendimi për kompensimin për shfrytëzimin e sallave nr. 08-1/3, i miratuar nga Këshilli i"
        " Komunës së Kumanovës në mbledhjen e 57-të të mbajtur më 24.09.2026." in texts["sq"]
    )
    assert own.title["mk"] == "Заклучок за објавување на Одлуката за надоместок за користење на салите"
    trees = {lang: lex.read(text, lang) for lang, text in texts.items()}
    assert [tree.kind for tree in trees.values()] == ["conclusion", "conclusion"]
    assert lex.parity(trees["mk"], trees["sq"]) == []
    assert not any(tree.unread for tree in trees.values())


def test_the_kind_of_the_publication_act_is_a_norm(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, "acts.publication_act_kind", "ruling")
    act = Road(house).to("promulgated")
    own = queries.publication_act(act)
    assert own is not None
    assert (own.kind, own.title["sq"][:10]) == ("ruling", "Aktvendim ")


@pytest.mark.parametrize(
    ("style", "expected"), [("case", "08-1/3"), ("own", "08-2/1"), ("session", "08-2/1")]
)
def test_styles_of_numbers(house: House, monkeypatch: pytest.MonkeyPatch, style: str, expected: str) -> None:
    change(monkeypatch, "acts.number_style", style)
    act = Road(house).to("proposed")
    case = None
    if style == "session":
        case = open_case(
            house.session_clerk,
            at=AT,
            title="57-ма седница",
            language="mk",
            mark="0201",
            unit=house.case.unit,
        )
    adopted = office.adopt(
        house.session_clerk, act, verdict=VERDICT, at=VOTED, session_case=case, **SESSION_OF
    )
    assert adopted.number == expected
    assert adopted.adopted_on == date(2026, 9, 24)


def test_numbering_under_the_session_needs_its_case(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, "acts.number_style", "session")
    act = Road(house).to("proposed")
    with pytest.raises(Refused, match="седницата нема предмет"):
        office.adopt(house.session_clerk, act, verdict=VERDICT, at=VOTED, **SESSION_OF)
    assert Act.objects.get(pk=act.pk).number == ""


def test_two_clerks_on_one_text(house: House) -> None:
    road = Road(house)
    first = office.write_text(house.officer, road.act, "mk", text=MK, version=0, at=AT)
    office.write_text(
        house.translator, road.act, "sq", text=SQ, version=0, at=AT
    )  # another language: no conflict
    office.write_text(house.lawyer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    with pytest.raises(Refused) as refused:
        office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "700"), version=1, at=AT)
    assert reasons(refused) == ["text_mk"]
    assert "Име Lawyer" in str(refused.value)
    assert [first.number, queries.texts(road.act)["mk"].number] == [1, 2]


def test_the_same_words_make_no_new_version(house: House) -> None:
    road = Road(house).written()
    again = office.write_text(house.officer, road.act, "mk", text=MK, version=1, at=LATER)
    assert (again.number, Text.objects.count()) == (1, 2)


def test_an_opinion_is_outdated_by_a_change_of_the_text(house: House) -> None:
    road = Road(house).written().opined()
    opinion = queries.opinions(road.act)[0]
    assert opinion.document is not None
    assert (opinion.document.number, opinion.texts) == ("08-1/2", {"mk": 1, "sq": 1})
    assert not queries.standing(road.act, AT.date()).outdated(opinion)
    office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    standing = queries.standing(road.act, AT.date())
    assert standing.outdated(opinion)
    assert standing.lacks_opinion


def test_a_missing_opinion_or_language_gates_nobody(house: House) -> None:
    act = office.draft_from(
        house.councillor,
        house.case,
        kind="decision",
        body="council",
        title=TITLE,
        proposer="councillors",
        at=AT,
    )
    office.write_text(house.councillor, act, "mk", text=MK, version=0, at=AT)
    assert office.propose(house.session_clerk, act, at=AT).state == "proposed"


def test_a_hard_block_only_by_setting(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, "acts.languages_gate", True)
    road = Road(house)
    office.write_text(house.officer, road.act, "mk", text=MK, version=0, at=AT)
    with pytest.raises(Refused) as refused:
        office.propose(house.officer, road.act, at=AT)
    assert reasons(refused) == ["without"]


def test_one_language_is_published_only_with_the_mayors_reason(house: House) -> None:
    act = Road(house).to("adopted")
    office.fix_text(house.lawyer, act, texts={"mk": MK, "sq": ""}, at=VOTED)
    act = office.sign_on_paper(house.session_clerk, act, scan=scan(), at=VOTED)
    with pytest.raises(Refused) as refused:
        office.promulgate(house.mayor, act, at=LATER)
    assert reasons(refused) == ["without"]
    own = office.promulgate(house.mayor, act, without="Преводот се подготвува.", at=LATER)
    assert list(queries.fixed_texts(own)) == ["mk"]
    assert Act.objects.get(pk=act.pk).reason == {"without": "Преводот се подготвува."}


def test_amendments_of_the_session_are_in_the_fixed_text_only(house: House) -> None:
    act = Road(house).to("adopted")
    amended = {"mk": MK.replace("500", "450"), "sq": SQ.replace("500", "450")}
    act = office.fix_text(house.lawyer, act, texts=amended, at=VOTED)
    fixed, drafts = queries.fixed_texts(act), queries.drafted(act)
    changes = lex.diff(queries.tree(drafts["mk"]), queries.tree(fixed["mk"]))
    assert [change.path for change in changes] == ["enacting", "art:2/para:1", "closing"]


def test_signing_checks_the_hash_of_the_fixed_text(house: House) -> None:
    act = Road(house).to("fixed")
    with pytest.raises(Refused, match="не е утврдениот текст"):
        office.sign_on_paper(house.session_clerk, act, scan=scan(), fixed_hash="0" * 64, at=VOTED)
    blobs = {"mk": scan(), "sq": scan()}
    with pytest.raises(Refused, match="не е утврдениот текст"):
        office.sign_digitally(house.president, act, signed=blobs, fixed_hash="0" * 64, at=VOTED)
    signed = office.sign_digitally(house.president, act, signed=blobs, fixed_hash=act.fixed_hash, at=VOTED)
    assert (signed.state, [o.lang for o in queries.originals(act)]) == ("signed", ["mk", "sq"])


def test_a_signature_is_not_older_than_the_act_nor_of_tomorrow(house: House) -> None:
    act = Road(house).to("fixed")
    for day in (date(2026, 9, 23), date(2026, 9, 25)):
        with pytest.raises(Refused) as refused:
            office.sign_on_paper(house.session_clerk, act, scan=scan(), signed_on=day, at=VOTED)
        assert reasons(refused) == ["signed_on"]


def test_withheld_with_reasons_in_every_language_then_published_after_all(house: House) -> None:
    act = Road(house).to("signed")
    with pytest.raises(Refused) as refused:
        office.withhold(house.mayor, act, reason={"mk": "Спротивна на закон."}, at=LATER)
    assert reasons(refused) == ["reason"]
    words = {"mk": "Спротивна на член 3 од Законот.", "sq": "Në kundërshtim me nenin 3 të Ligjit."}
    ruling = office.withhold(house.mayor, act, reason=words, at=LATER)
    said = {lang: lex.write(queries.tree(text)) for lang, text in queries.fixed_texts(ruling).items()}
    assert "2. Причини: Спротивна на член 3 од Законот." in said["mk"]
    assert "2. Arsyet: Në kundërshtim me nenin 3 të Ligjit." in said["sq"]
    assert lex.parity(lex.read(said["mk"], "mk"), lex.read(said["sq"], "sq")) == []
    act = Act.objects.get(pk=act.pk)
    assert (act.state, ruling.kind) == ("withheld", "ruling")
    office.promulgate(house.mayor, act, at=LATER + timedelta(days=20))
    assert Act.objects.get(pk=act.pk).state == "promulgated"


def test_a_rejected_act_ends(house: House) -> None:
    act = Road(house).to("proposed")
    with pytest.raises(Refused, match="актот не е донесен"):
        office.adopt(house.session_clerk, act, verdict=LOST, at=VOTED, **SESSION_OF)
    act = office.reject(house.session_clerk, act, verdict=LOST, at=VOTED, **SESSION_OF)
    assert (act.state, act.number) == ("rejected", "")


def test_an_act_of_the_mayor_needs_no_publication_act(house: House) -> None:
    road = Road(house, body="mayor")
    act = road.to("signed")
    assert act.number == "08-1/3"
    with pytest.raises(Refused, match="не е потребен акт за објавување"):
        office.promulgate(house.mayor, act, at=LATER)
    assert road.to("published").published_on == ISSUE


def test_an_issue_is_not_dated_before_an_act_it_holds(house: House) -> None:
    from konak.kernel.journal import Ref

    act = Road(house).to("promulgated")
    with pytest.raises(Refused, match="носи датум пред актот"):
        office.mark_published(
            house.gazette_editor,
            act,
            issue=Ref("gazette.issue", 7),
            gazette_label={"mk": "Службен гласник бр. 7/2026"},
            day=date(2026, 9, 20),
            at=LATER,
        )


def test_all_reasons_at_once(house: House) -> None:
    with pytest.raises(Refused) as refused:
        office.draft_from(house.pr, None, kind="order", body="council", title={"sq": "Urdhër"}, at=AT)
    assert reasons(refused)[1:] == ["body", "title"]


def test_a_draft_without_a_case_opens_one(house: House) -> None:
    act = office.draft_from(house.officer, None, kind="decision", body="council", title=TITLE, at=AT)
    assert (act.case.number, act.letter) == ("08-2", None)


def test_the_same_key_gives_the_first_draft(house: House) -> None:
    one = office.draft_from(house.officer, None, kind="decision", body="council", title=TITLE, key="k", at=AT)
    two = office.draft_from(house.officer, None, kind="decision", body="council", title=TITLE, key="k", at=AT)
    assert one == two


def test_what_waits_for_whom(house: House) -> None:
    def waiting() -> dict[str, list[str]]:
        found = {
            name: [t.title["en"].split(":")[0] for t in waiting_for(actor)]
            for name, actor in house.actors.items()
        }
        return {name: titles for name, titles in found.items() if titles}

    road = Road(house).written()
    opinion = office.ask_opinion(house.officer, road.act, at=AT)
    assert waiting() == {"lawyer": ["Legality opinion"]}
    office.give_opinion(house.lawyer, opinion, verdict="agrees", checks=all_yes(opinion), at=AT)
    expected = {
        "proposed": {"session_clerk": ["For the agenda"]},
        "adopted": {"lawyer": ["Fix the text"]},
        "fixed": {"president": ["To be signed"]},
        "signed": {"mayor": ["To be published or withheld"]},
        "promulgated": {"gazette_editor": ["For the gazette"]},
        "published": {},
    }
    for state, tasks in expected.items():
        road.to(state)
        assert (state, waiting()) == (state, tasks)


@pytest.mark.parametrize(
    "change_row",
    [
        lambda act: Text.objects.filter(act=act).update(title="друго"),
        lambda act: Text.objects.filter(act=act).delete(),
        lambda act: Act.objects.filter(pk=act.pk).update(fixed_hash="0" * 64),
        lambda act: Act.objects.filter(pk=act.pk).update(number="08-9/9"),
        lambda act: Act.objects.filter(pk=act.pk).delete(),
        lambda act: Original.objects.filter(act=act).update(signed_on=date(2026, 1, 1)),
        lambda act: Original.objects.create(
            act=act,
            way="digital",
            lang="mk",
            file=queries.originals(act)[0].file,
            fixed_hash="0" * 64,
            signed_on=date(2026, 9, 24),
            at=VOTED,
        ),
        lambda act: Text.objects.create(
            act=act, lang="mk", number=9, stage="draft", xml="<a/>", sha256="0" * 64, unread=0, at=VOTED
        ),
    ],
)
def test_the_database_keeps_the_promises(house: House, change_row: Any) -> None:
    act = Road(house).to("signed")
    with pytest.raises(DatabaseError), transaction.atomic():
        change_row(act)


def change(monkeypatch: pytest.MonkeyPatch, key: str, value: Any) -> None:
    """Another value of a norm, for as long as the test lasts."""
    from dataclasses import replace

    from konak.kernel.norms import reading

    shipped = dict(norms.shipped.shipped())
    shipped[key] = tuple(replace(norm, value=value) for norm in shipped[key])
    monkeypatch.setattr(reading, "shipped", lambda: shipped)
