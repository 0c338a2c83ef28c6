"""The town's deviations: entered by who may, holding from their day, on screens and in terms alike."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from konak.house.norms import showing
from konak.house.norms.actions import deviate
from konak.house.norms.shape import Fault, faults, kind
from konak.kernel import norms, people
from konak.kernel.clock import due, today
from konak.kernel.errors import Refused
from konak.kernel.i18n import day_digits
from konak.kernel.journal import Actor, Ref, history
from konak.kernel.norms import Deviation
from konak.kernel.org.tests.office import AT, KEEPER, Office, build
from konak.kernel.ui import links
from tests.lodging import made_once

DAY = date(2026, 10, 13)
BASIS = {"mk": "Деловник на Советот бр. 09-1/1", "sq": "Rregullorja e Këshillit nr. 09-1/1"}
SECRETARY = Actor(name="Секретар", roles=frozenset({"secretary"}))


office = made_once(build)


def signed_in(office: Office, name: str) -> Client:
    account = people.open_account(
        KEEPER,
        office.persons[name],
        username=f"{name}.sample",
        password_hash=make_password("x"),
        sample=True,
        at=AT,
    )
    client = Client()
    client.force_login(account)
    return client


def enter(key: str, value: Any, **more: Any) -> Deviation:
    return deviate(
        SECRETARY, **({"key": key, "value": value, "basis": BASIS, "valid_from": DAY, "at": AT} | more)
    )


def refused(key: str, value: Any, **more: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        enter(key, value, **more)
    assert not Deviation.objects.filter(key=key).exists()
    return [(reason.field, str(reason.text)) for reason in refusal.value.reasons]


def test_every_norm_has_a_name_and_a_group() -> None:
    assert sorted(showing.names()) == norms.known()
    assert sorted({key.partition(".")[0] for key in norms.known()} - showing.GROUPS.keys()) == []
    assert {len(words) for words in showing.names().values()} == {3}


@pytest.mark.django_db
@pytest.mark.parametrize("key", norms.known())
def test_what_is_shipped_has_the_shape_of_what_is_shipped(key: str) -> None:
    values = [norm.value for norm in norms.intervals(key) if not norm.deviates]
    for value in values:
        assert list(faults(values, value)) == []


@pytest.mark.django_db
def test_a_deviation_moves_a_term_from_its_day_on_and_not_before() -> None:
    def notice() -> tuple[date, date]:
        return (due("session.notice", DAY).due, due("session.notice", date(2026, 10, 12)).due)

    assert notice() == (date(2026, 10, 6), date(2026, 10, 5))
    row = enter("sessions.notice_days", 10)
    assert notice() == (date(2026, 10, 3), date(2026, 10, 5))
    told = history(Ref.of(row)).get()
    assert (told.fact, told.data) == (
        "house.NormDeviated",
        {"key": "sessions.notice_days", "value": "10", "valid_from": "2026-10-13", "valid_to": None},
    )
    assert links.url(Ref.of(row)) == f"/office/norms/deviation/{row.pk}/"


@pytest.mark.django_db
def test_a_deviation_ends_with_its_last_day() -> None:
    enter("sessions.notice_days", 10, valid_to=date(2026, 10, 31))
    held = [norms.on(date(2026, 10, day))["sessions.notice_days"].value for day in (12, 13, 31)]
    assert (held, norms.on(date(2026, 11, 1))["sessions.notice_days"].value) == ([7, 10, 10], 7)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("secretary", True),
        ("head", True),
        ("it_admin", True),
        ("lawyer", False),
        ("mayor", False),
        ("", False),
    ],
)
def test_who_may_enter_a_deviation(role: str, may: bool) -> None:
    actor = Actor(name="Некој", roles=frozenset({role} - {""}))
    words = {"key": "sessions.notice_days", "value": 10, "basis": BASIS, "valid_from": DAY, "at": AT}
    if may:
        deviate(actor, **words)
    else:
        with pytest.raises(Refused):
            deviate(actor, **words)
    assert Deviation.objects.count() == may


@pytest.mark.django_db
def test_a_refusal_tells_everything_that_is_wrong() -> None:
    found = refused(
        "sessions.notice_days", "седум", basis={"mk": "Одлука", "sq": " "}, valid_to=date(2026, 10, 1)
    )
    assert found == [
        ("value", "Потребен е цел број, не помал од нула."),
        ("basis", "Наведете основ на македонски и на албански јазик."),
        ("valid_to", "Последниот ден е пред првиот."),
    ]
    assert refused("no.such", 1) == [("", "Нема норма no.such.")]
    enter("sessions.notice_days", 10)
    with pytest.raises(Refused, match="веќе"):
        enter("sessions.notice_days", 10)
    assert Deviation.objects.count() == 1


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("council.seats", 33, []),
        ("council.seats", True, [Fault("", "number")]),
        ("council.seats", -1, [Fault("", "number")]),
        ("acts.languages_gate", True, []),
        ("acts.languages_gate", 1, [Fault("", "yes or no")]),
        ("town.day", "12-31", []),
        ("town.day", "02-30", [Fault("", "day of a year")]),
        ("town.day", "", [Fault("", "day of a year")]),
        ("gazette.numbering", "По години", [Fault("", "code")]),
        ("acts.archive_mark", " ", [Fault("", "text")]),
        ("town.official_languages", ["mk", "sq", "tr"], []),
        ("town.official_languages", "mk", [Fault("", "list")]),
        ("town.official_languages", ["mk", 2], [Fault("[2]", "text")]),
        ("clock.ramadan_first_days", ["2027-03-10", "2027-13-01"], [Fault("[2]", "day")]),
        ("gazette.title", {"mk": "Гласник", "sq": "Gazeta"}, []),
        ("gazette.title", {"mk": "Гласник"}, [Fault("", "languages")]),
        ("terms.act.sign", {"days": 5, "moves": False}, []),
        ("terms.act.sign", {"days": "5", "move": 1}, [
            Fault("moves", "missing"), Fault("days", "number"), Fault("move", "unknown"),
        ]),
        ("terms.act.sign", 5, [Fault("", "table")]),
        ("council.seats_by_population", [{"to": 5000, "seats": 9}, {"seats": "33"}], [
            Fault("[2].seats", "number"),
        ]),
        ("registry.prefixes", {"08": "sector"}, []),
    ],
)  # fmt: skip
def test_a_value_has_the_shape_of_the_shipped_one(key: str, value: Any, found: list[Fault]) -> None:
    shipped = [norm.value for norm in norms.shipped.shipped()[key]]
    assert list(faults(shipped, value)) == found


def test_each_shape_is_typed_in_its_own_way() -> None:
    typed = {key: kind([norm.value for norm in norms.shipped.shipped()[key]]) for key in norms.known()}
    keys = (
        "acts.languages_gate", "council.seats", "town.day", "town.official_languages", "gazette.title",
        "registry.marks", "terms.act.sign", "registry.prefixes",
    )  # fmt: skip
    assert [typed[key] for key in keys] == [
        "yes or no", "number", "text", "list", "words", "table", "table", "table",
    ]  # fmt: skip


def form(value: Any, **more: str) -> dict[str, Any]:
    fields = {
        "value": value,
        "basis_mk": BASIS["mk"],
        "basis_sq": BASIS["sq"],
        "valid_from": day_digits(today()),
    }
    return fields | {"valid_to": ""} | more


def test_the_administrator_enters_it_on_screen_and_it_holds_from_today(office: Office) -> None:
    admin = signed_in(office, "it")
    page = admin.get("/office/norms/gazette.year_one/")
    assert "Општината нема сопствена вредност: важи вградената." in page.content.decode()
    posted = admin.post("/office/norms/gazette.year_one/deviate/", form("1995"), follow=True)
    assert posted.redirect_chain == [("/office/norms/gazette.year_one/", 302)]
    text = posted.content.decode()
    assert "Отстапувањето е внесено." in text
    assert BASIS["mk"] in text
    assert norms.on(today())["gazette.year_one"].value == 1995
    own = admin.get("/office/norms/?show=own").content.decode()
    assert "Прва година на гласникот" in own
    assert admin.get(f"/office/norms/deviation/{Deviation.objects.latest('id').pk}/").url == (
        "/office/norms/gazette.year_one/"
    )


def test_a_deviation_for_later_leaves_the_screen_as_it_is(office: Office) -> None:
    admin = signed_in(office, "it")
    later = today().replace(year=today().year + 1)
    before = shown(admin)
    admin.post("/office/norms/gazette.year_one/deviate/", form("1990", valid_from=day_digits(later)))
    assert Deviation.objects.filter(key="gazette.year_one").count() == 1
    assert shown(admin) == before == "1996"
    admin.post("/office/norms/gazette.year_one/deviate/", form("1991"))
    assert shown(admin) == "1991"


def shown(client: Client) -> str:
    """What the norm's page says holds today."""
    text = client.get("/office/norms/gazette.year_one/").content.decode()
    return text.partition("Важи денес</dt><dd>")[2][:4]


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("acts.languages_gate", {"value": "yes"}, True),
        ("town.official_languages", {"value": "mk\nsq\n\ntr\n"}, ["mk", "sq", "tr"]),
        ("terms.act.sign", {"value": '{"days": 4, "moves": false}'}, {"days": 4, "moves": False}),
        (
            "gazette.title",
            {"value_mk": "Гласник", "value_sq": "Gazeta", "value_en": "Gazette"},
            {"mk": "Гласник", "sq": "Gazeta", "en": "Gazette"},
        ),
        (
            "town.contacts",
            {"value_mk": "Шалтер 2\r\nод 8 часот", "value_sq": "Sporteli 2\r\nnga ora 8"},
            {"mk": "Шалтер 2\nод 8 часот", "sq": "Sporteli 2\nnga ora 8"},
        ),
    ],
)
def test_each_shape_is_entered_on_screen(office: Office, key: str, typed: dict[str, str], value: Any) -> None:
    head = signed_in(office, "head")
    opened = head.get(f"/office/norms/{key}/deviate/")
    assert opened.status_code == 200
    fields = form("") | typed
    assert head.post(f"/office/norms/{key}/deviate/", fields).status_code == 302
    assert norms.on(today())[key].value == value


def test_what_does_not_fit_stays_typed_and_is_explained(office: Office) -> None:
    admin = signed_in(office, "it")
    for typed, said in (
        ("{", "Ова не е JSON."),
        ('{"days": "x", "moves": false}', "days: Потребен е цел број"),
    ):
        page = admin.post("/office/norms/terms.act.sign/deviate/", form(typed))
        assert (page.status_code, said in page.content.decode()) == (422, True)
        assert BASIS["sq"] in page.content.decode()
    assert not Deviation.objects.filter(key="terms.act.sign").exists()


def test_the_same_value_with_a_basis_confirms_a_norm(office: Office) -> None:
    admin = signed_in(office, "it")
    before = showing.to_confirm(today())
    assert f"{before} " in admin.get("/office/norms/").content.decode()
    waiting = admin.get("/office/norms/?show=confirm").content.decode()
    assert ("gazette.year_one" in waiting, "council.absences" in waiting) == (True, False)
    admin.post("/office/norms/gazette.year_one/deviate/", form("1996"))
    assert showing.to_confirm(today()) == before - 1
    assert "gazette.year_one" not in admin.get("/office/norms/?show=confirm").content.decode()


@pytest.mark.parametrize(
    ("name", "status"), [("it", 200), ("head", 200), ("registrar", 404), ("mayor", 404), ("president", 404)]
)
def test_who_finds_the_norms(office: Office, name: str, status: int) -> None:
    client = signed_in(office, name)
    for address in ("", "council.seats/", "council.seats/deviate/"):
        assert client.get(f"/office/norms/{address}").status_code == status
    assert client.get("/office/norms/no.such/").status_code == 404
    assert client.get("/office/norms/deviation/99/").status_code == 404
    assert Client().get("/office/norms/").status_code == 302
    frame = client.get("/office/me/").content.decode()
    assert ('href="/office/norms/"' in frame) == (status == 200)


@pytest.mark.parametrize("more", [0, 3])
def test_the_screens_cost_the_same_however_much_was_entered(
    office: Office, more: int, django_assert_num_queries: Any
) -> None:
    admin = signed_in(office, "it")
    for seats in range(more):
        enter("council.seats", 31 + seats)
    for address in ("", "council.seats/", "council.seats/deviate/"):
        with django_assert_num_queries(7):
            assert admin.get(f"/office/norms/{address}").status_code == 200
