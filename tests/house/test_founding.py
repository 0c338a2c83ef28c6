"""`konak found`: a town of one's own in an empty house, and what it refuses."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from konak.house.founding.reading import Unfit, read
from konak.house.machine import BASE
from konak.kernel.org import Role
from tests.databases import WORKER, House, copy, drop
from tests.house.test_command_line import konak

EXAMPLE = BASE / "docs" / "municipality.toml"
SAMPLE = BASE / "konak" / "house" / "town" / "kumanovo.toml"
ROLES = frozenset(Role.values)
ANA = ("--first", "Ана", "--last", "Аневска", "--login", "ana", "--basis", "Решение 02-1/1")
SIGN_IN = """
import json, sys
from django.test import Client
client, told = Client(), []
def go(address, **fields):
    answer = client.post(address, fields) if fields else client.get(address)
    told.append(answer.headers.get("Location") or answer.status_code)
given, own = sys.argv[1], "три зелени мостови"
go("/office/sign-in/", login="ana", password=given)
go("/office/accounts/")
go("/office/me/password/", oldpassword=given, password1=given, password2=given)
go("/office/me/password/", oldpassword=given, password1=own, password2=own)
go("/office/accounts/")
print(json.dumps(told))
"""
SEEN = """
import json
from django.test import Client
from konak.kernel import norms, org
from konak.kernel.clock import today
from konak.kernel.journal import Entry
from konak.kernel.people import Account
account = Account.objects.get()
print(json.dumps({
    "facts": Entry.objects.count(), "origins": sorted(set(Entry.objects.values_list("origin", flat=True))),
    "units": sorted(org.units().values_list("code", flat=True)),
    "account": [account.username, account.sample, account.one_time, account.language],
    "posts": [[h.post.code, str(h.person), h.basis] for h in org.holdings()],
    "places": org.posts().get(code="registrar").places,
    "settlements": [place.name for place in org.Settlement.objects.order_by("id")],
    "name": norms.on(today())["town.name"].value["mk"], "people": norms.on(today())["town.population"].value,
    "page": "Komuna e Primerovës" in Client().get("/sq/").content.decode(),
}))
"""


@pytest.fixture
def house() -> Iterator[House]:
    made = copy("empty", f"found_{WORKER}")
    yield made
    drop(made)


def inside(house: House, code: str, *words: str) -> str:
    """What some lines of Python print inside a house."""
    done = subprocess.run(
        [sys.executable, "-c", f"from konak.house.cli import start; start()\n{code}", *words],
        cwd=BASE,
        env=house.environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def entries(house: House) -> int:
    return int(inside(house, "from konak.kernel.journal import Entry; print(Entry.objects.count())"))


def test_a_town_is_founded_and_its_administrator_comes_in(house: House) -> None:
    done = konak("found", str(EXAMPLE), *ANA, "--language", "sq", **house.environment())
    assert (done.returncode, done.stderr) == (0, "")
    assert "Општина Примерово is founded: 2 units, 3 bodies, 7 posts." in done.stdout
    assert done.stdout.splitlines()[-1].endswith(": town.seal, town.contacts")
    seen = json.loads(inside(house, SEEN))
    assert seen == {
        "facts": seen["facts"],
        "origins": ["cli"],
        "units": ["office", "sector"],
        "account": ["ana", False, True, "sq"],
        "posts": [["it", "Ана Аневска", "Решение 02-1/1"]],
        "places": 2,
        "settlements": [
            {"mk": "Горно Примерово", "sq": "Gorno Primerovo"},
            {"mk": "Долно Примерово", "sq": "Primerova e Poshtme"},
        ],
        "name": "Општина Примерово",
        "people": 21400,
        "page": True,
    }
    assert (
        seen["facts"] == 2 + 2 + 2 + 3 + 7 + 7 + 3
    )  # communities … posts, norms, then person, holding, account
    password = re.findall(r"shown only now: (\S+)", done.stdout)[0]
    assert json.loads(inside(house, SIGN_IN, password)) == [
        "/office/",
        "/office/me/password/",
        200,  # the given password is not kept
        "/office/me/",
        "/office/me/second/on/",
    ]
    assert konak("verify", **house.environment()).returncode == 0


def test_a_house_is_founded_once(house: House) -> None:
    assert konak("found", str(EXAMPLE), *ANA, **house.environment()).returncode == 0
    before = entries(house)
    again = konak("found", str(EXAMPLE), *ANA, **house.environment())
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.startswith("This house is founded already")
    assert entries(house) == before


def test_a_database_without_tables_is_migrated_first(tmp_path: Path) -> None:
    done = konak("found", str(EXAMPLE), *ANA, KONAK_VAR=str(tmp_path), KONAK_DATABASE="")
    assert (done.returncode, done.stderr) == (
        1,
        "The database is not at this version: run konak migrate first.\n",
    )


def test_the_sample_town_is_no_house_of_one_s_own(house: House) -> None:
    inside(
        house,
        "from datetime import date; from konak.house.models import Sample;"
        " Sample(pk=1, day=date(2026, 10, 13)).save()",
    )
    done = konak("found", str(EXAMPLE), *ANA, **house.environment())
    assert done.returncode == 1
    assert done.stderr.startswith("This database holds the sample town")


def test_without_a_terminal_every_missing_flag_is_named(house: House) -> None:
    done = konak("found", str(EXAMPLE), "--first", "Ана", **house.environment())
    assert (done.returncode, done.stderr) == (
        1,
        "Say also --last, --login, --basis: nobody is there to be asked.\n",
    )
    assert entries(house) == 0


def test_on_a_terminal_what_is_missing_is_asked_for(house: House) -> None:
    terminal, keyboard = pty.openpty()
    os.write(terminal, "Аневска\nana\nРешение 02-1/1\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "konak", "found", str(EXAMPLE), "--first", "Ана"],
        cwd=BASE,
        env=house.environment(),
        stdin=keyboard,
        capture_output=True,
        text=True,
    )
    os.close(terminal)
    os.close(keyboard)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Administrator: Ана Аневска, user name ana" in done.stdout
    assert "First name" not in done.stdout


def test_what_a_deed_refuses_leaves_nothing_behind(house: House, tmp_path: Path) -> None:
    wrong = EXAMPLE.read_text() + '\n[[norms]]\nkey = "town.day"\nvalue = 11\n'
    (tmp_path / "wrong.toml").write_text(wrong)
    done = konak("found", str(tmp_path / "wrong.toml"), *ANA, **house.environment())
    assert done.returncode == 1
    assert done.stderr.endswith("cannot found a town:\n  town.day: A text is needed.\n")
    assert entries(house) == 0


def test_the_sample_s_structure_without_its_persons_fits() -> None:
    text = SAMPLE.read_text()
    with pytest.raises(Unfit) as with_persons:
        read(text, ROLES)
    assert with_persons.value.problems == (
        "[mandate] does not belong here: persons are entered by the administrator after the founding",
    )
    structure = re.sub(
        r"^holders = \[.*?\]$", "", text.partition("\n[mandate]")[0], flags=re.DOTALL | re.MULTILINE
    )
    assert len(read(structure, ROLES)["posts"]) == 12


WRONG = """
[municipality]
name = {mk = "Општина Примерово"}
settlements = [""]
communities = [{code = "mk"}]
[[units]]
code = "a"
parent = "b"
name = {mk = "А", sq = "A"}
[[units]]
code = "a"
prefix = "02"
name = {mk = "А", sq = "A"}
[[bodies]]
code = "x"
kind = "senate"
seats = 0
[[posts]]
code = "p"
title = {mk = "П", sq = "P"}
roles = ["king"]
unit = "a"
body = "x"
places = "two"
holders = []
[[posts]]
title = {mk = "П", sq = "P"}
roles = []
unit = "z"
[[norms]]
key = "town.day"
"""


def test_everything_that_does_not_fit_is_told_at_once() -> None:
    with pytest.raises(Unfit) as unfit:
        read(WRONG, frozenset({"mayor", "it_admin"}))
    assert list(unfit.value.problems) == [
        "[municipality]: name is needed in mk and sq",
        "communities 1: code and name in mk and sq are needed",
        "settlements 1: a name is needed",
        "units 2: a stands there already",
        "bodies 1: name is needed in mk and sq",
        "posts 2: code is missing",
        "units 1: prefix of its numbers is missing",
        "units 1: parent b does not stand before it",
        "bodies 1: kind is one of council, committee, mayor",
        "bodies 1: seats is a number",
        "bodies: exactly one of the kind council is needed",
        "bodies: exactly one of the kind mayor is needed",
        "posts 1: holders do not belong here: persons are entered by the administrator after the founding",
        "posts 1: there is no role king; there are it_admin, mayor",
        "posts 1: one unit or one body of this file is needed",
        "posts 1: places is a number",
        "posts 2: roles are missing",
        "posts 2: one unit or one body of this file is needed",
        "posts: one with the role it_admin is needed, for the first administrator",
        "norms 1: key and value are needed",
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("x = [", ["It is no TOML: Invalid value (at end of document)"]),
        ("[king]\nname = 1", ["[king] is unknown", "[municipality] is missing", "[[units]] is missing",
                              "[[bodies]] is missing", "[[posts]] is missing"]),
        ("norms = 1\nunits = [1]", ["[municipality] is missing", "[[units]] is missing", "[[bodies]] is missing",
                                    "[[posts]] is missing", "norms are written as [[norms]]"]),
    ],
)  # fmt: skip
def test_a_file_of_another_shape_is_told_so(text: str, problems: list[str]) -> None:
    with pytest.raises(Unfit) as unfit:
        read(text, ROLES)
    assert list(unfit.value.problems) == problems
