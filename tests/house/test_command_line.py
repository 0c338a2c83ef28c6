"""The command-line door and the machine's table."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from konak.house import cli, machine
from konak.house.machine import BASE

pytestmark = pytest.mark.alike


def konak(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "konak", *words],
        cwd=BASE,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


def test_help_names_what_stands() -> None:
    told = konak("--help")
    assert told.returncode == 0
    for verb in ("up", "work", "migrate", "static", "doctor", "messages"):
        assert f"\n    {verb} " in told.stdout
    assert ("\n    town " in told.stdout) == cli.exists("konak.house.town.cli")


def test_an_unknown_word_is_refused_with_the_known_ones() -> None:
    told = konak("nonsense")
    assert told.returncode == 2
    assert "doctor" in told.stderr


def test_a_bare_command_starts_without_django() -> None:
    code = "import sys; from konak.house.cli import main; main(['messages']); print('django' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=BASE, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "False"


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a house that has just been made."""
    house = {"KONAK_VAR": str(tmp_path_factory.mktemp("new") / "house"), "KONAK_DATABASE": ""}
    assert konak("migrate", **house).stdout == "Building the database\n"
    return house


def test_a_term_is_reckoned_before_there_is_a_database_and_after(tmp_path: Path, new: dict[str, str]) -> None:
    words = ("clock", "due", "--term", "foi.answer", "--from", "2026-09-21", "--json")
    before = konak(*words, KONAK_VAR=str(tmp_path / "house"), KONAK_DATABASE="")
    assert (before.returncode, before.stderr) == (0, "")
    assert not (tmp_path / "house").exists()
    after = konak(*words, **new)
    assert (after.returncode, after.stdout) == (0, before.stdout)


@pytest.mark.parametrize("words", ["verify", "town", "registry audit", "archive disposable --on 2031-01-01"])
def test_a_command_of_the_house_says_that_there_is_none(tmp_path: Path, words: str) -> None:
    told = konak(*words.split(), KONAK_VAR=str(tmp_path / "absent"), KONAK_DATABASE="")
    assert told.returncode == 1
    assert told.stderr.startswith("The database does not answer: ")
    assert "Traceback" not in told.stderr


def test_settings_import_without_database_or_secret(tmp_path: Path) -> None:
    told = konak("doctor", KONAK_VAR=str(tmp_path / "absent"), KONAK_DATABASE="")
    assert told.returncode == 1
    assert "MEND  data folder" in told.stdout
    assert not (tmp_path / "absent").exists()


def test_a_new_house_is_well_and_keeps_one_secret(new: dict[str, str]) -> None:
    kept = Path(new["KONAK_VAR"], "secret")
    secret = kept.read_text()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert konak("migrate", **new).stdout == ""
    assert kept.read_text() == secret
    told = konak("doctor", **new)
    assert (told.returncode, "MEND" in told.stdout) == (0, False)
    for variable in machine.TABLE:
        assert variable.name in told.stdout


def test_hidden_values_are_not_printed(tmp_path: Path) -> None:
    told = konak("doctor", KONAK_VAR=str(tmp_path), KONAK_SECRET="open-sesame", KONAK_DATABASE="")
    assert "open-sesame" not in told.stdout
    assert "(set)" in told.stdout


def test_the_database_is_read_from_its_address(tmp_path: Path) -> None:
    found = machine.database("postgresql://us%40er:p%2Fw@db.example:5433/konak", tmp_path)
    assert [found[key] for key in ("NAME", "HOST", "PORT", "USER", "PASSWORD")] == [
        "konak",
        "db.example",
        "5433",
        "us@er",
        "p/w",
    ]
    assert machine.database("", tmp_path)["NAME"] == tmp_path / "konak.sqlite3"
    with pytest.raises(ValueError, match="mysql"):
        machine.database("mysql://x/y", tmp_path)


def test_the_machine_is_asked_nothing_beside_the_table() -> None:
    named = {variable.name for variable in machine.TABLE}
    asked = {
        name
        for path in (BASE / "konak").rglob("*.py")
        if "tests" not in path.parts
        for name in re.findall(r"""["'](KONAK_\w+)["']""", path.read_text())
    }
    assert sorted(asked - named) == []
