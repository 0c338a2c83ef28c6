"""What a house refuses to open with, what the doctor finds, and the nightly work that the worker plans."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password

from konak.house import doctor, ground, worker
from konak.house.machine import BASE
from konak.house.models import Sample
from konak.kernel import people
from konak.kernel.journal import NOBODY, Fact, Ref, announce, deed, fact
from konak.kernel.journal.models import Errand
from konak.kernel.org.tests.office import AT, KEEPER, person
from tests.browser import free_port
from tests.databases import WORKER, House, copy, drop
from tests.house.test_command_line import konak

INVENTED = (
    "from konak.kernel.org.tests.office import AT, KEEPER, person; from konak.kernel import people; "
    "people.open_account(KEEPER, person('Ана', 'Аневска', 'mk'), username='ana', password_hash='!',"
    " sample=True, at=AT)"
)


@fact("test.Grounded", sentence="Grounded.")
class Grounded(Fact):
    pass


@deed
def happen() -> Any:
    return announce(NOBODY, Grounded(subject=Ref("test.thing", 1)), at=AT)


def invented() -> people.Account:
    return people.open_account(
        KEEPER,
        person("Ана", "Аневска", "mk"),
        username="ana",
        password_hash=make_password("x"),
        sample=True,
        at=AT,
    )


@pytest.fixture
def house() -> Iterator[House]:
    made = copy("empty", f"ground_{WORKER}")
    yield made
    drop(made)


def run(house: House, code: str) -> None:
    """Some lines of Python inside a house."""
    subprocess.run(
        [sys.executable, "-c", f"from konak.house.cli import start; start(); {code}"],
        cwd=BASE,
        env=house.environment(),
        check=True,
    )


def test_up_refuses_accounts_of_the_sample_town_in_a_town_s_own_database(house: House) -> None:
    run(house, INVENTED)
    told = konak("up", "--port", str(free_port()), **house.environment())
    assert told.returncode == 1
    assert told.stderr.startswith("1 accounts of the sample town are in a database that is not marked")
    examined = konak("doctor", **house.environment())
    assert examined.returncode == 1
    assert "MEND  sample accounts and clock: 1 accounts of the sample town" in examined.stdout
    assert konak("migrate", **house.environment()).returncode == 0, "mending stays possible"


def test_up_refuses_a_shifted_clock_outside_a_sample(house: House) -> None:
    told = konak("up", "--port", str(free_port()), **house.environment(), KONAK_CLOCK="2026-10-13T08:00")
    assert told.returncode == 1
    assert told.stderr.startswith("KONAK_CLOCK is set")


@pytest.mark.django_db
def test_the_mark_of_a_sample_lets_its_accounts_in() -> None:
    assert ground.not_to_open() == ""
    invented()
    assert "not marked as a sample" in ground.not_to_open()
    Sample(pk=1, day=date(2026, 10, 13)).save(force_insert=True)
    assert ground.not_to_open() == ""


def test_the_doctor_says_how_a_new_house_is(house: House) -> None:
    told = konak("doctor", **house.environment()).stdout
    for line in (
        "note  sample: no, a town's own house",
        "note  seal key: the test authority's",
        f"note  mail: laid into {house.folder / 'mail'}",
        "note  last sealed block: none yet; 0 entries since",
        "note  oldest waiting errand: none",
        "note  accounts without second factor: 0, and 0 of the sample town",
    ):
        assert line in told.splitlines()
    assert " to confirm, 0 of the town's own" in told


def test_a_house_open_to_the_town_needs_its_own_seal_and_mail(house: House) -> None:
    told = konak("doctor", **house.environment(), KONAK_ADDRESS="https://konak.example")
    assert told.returncode == 1
    assert "MEND  seal key: the test authority's" in told.stdout
    assert "MEND  mail: KONAK_MAIL is empty" in told.stdout
    (house.folder / "keys").mkdir(exist_ok=True)
    (house.folder / "keys" / "seal.p12").touch()
    better = konak(
        "doctor", **house.environment(), KONAK_ADDRESS="https://konak.example", KONAK_MAIL="smtp://localhost"
    )
    assert (better.returncode, "MEND" in better.stdout) == (0, False)


@pytest.mark.django_db
def test_the_doctor_finds_errands_that_nobody_does() -> None:
    assert doctor.errands() == ""
    errand = Errand.objects.create(name="house.seal", day=date(2026, 10, 13))
    assert doctor.errands() == ""
    Errand.objects.filter(pk=errand.pk).update(next_try=datetime.now(UTC) - timedelta(hours=3))
    assert doctor.errands() == "the oldest waits for 3 h; is `konak work` running?"


@pytest.mark.django_db
def test_the_doctor_finds_entries_that_nobody_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    happen()
    assert doctor.sealed() == ""
    monkeypatch.setattr(doctor, "SEALED_WITHIN", timedelta(0))
    assert doctor.sealed().endswith("are not sealed; is `konak work` running?")


@pytest.fixture
def shift(monkeypatch: pytest.MonkeyPatch) -> Any:
    """`shift("2026-10-13T23:59")`: the process's clock stands there now."""
    return partial(monkeypatch.setenv, "KONAK_CLOCK")


@pytest.mark.django_db(transaction=True)
def test_each_night_the_work_of_the_day_that_ended_is_planned_once(
    shift: Any, settings: Any, tmp_path: Path
) -> None:
    settings.VAR = tmp_path
    planned = None
    for when in ("2026-10-13T23:30", "2026-10-13T23:45", "2026-10-14T00:05", "2026-10-14T08:00"):
        shift(when)
        planned, _wait = worker.one_round(planned)
    nights = list(Errand.objects.filter(entry=None).order_by("day", "name").values_list("name", "day"))
    names = sorted({name for name, _day in nights})
    assert {"house.seal", "files.sweep"} <= set(names)
    assert nights == [(name, date(2026, 10, day)) for day in (12, 13) for name in names]
    assert not Errand.objects.filter(entry=None, done_at=None).exists(), "and it is done"


@pytest.mark.django_db(transaction=True)
def test_another_worker_plans_nothing_twice(shift: Any, settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    shift("2026-10-14T03:00")
    worker.one_round()
    before = Errand.objects.count()
    worker.one_round()
    assert (before > 0, Errand.objects.count()) == (True, before)
