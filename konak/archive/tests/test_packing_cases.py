"""Closed cases of the registry become packages that the E-ARK validator calls valid."""

from pathlib import Path
from typing import Any

import pytest

from konak.archive import eark
from konak.archive.office import pack
from konak.house.cli import main
from konak.kernel import files
from konak.kernel.errors import Refused
from konak.registry import office as registry
from konak.registry.tests.office_of import AT, Office, letter
from tests.eark import faults

pytestmark = pytest.mark.django_db


def finished(house: Office) -> registry.Case:
    """A letter with a scan, the reply that was written here, a void paper; put away."""
    scan = files.store(b"%PDF-1.4\n%%EOF", name="писмо.pdf", ours=True)
    first = letter(house, files=[scan], mark="0801")
    said = {"at": AT, "language": "mk", "direction": "outgoing", "party": first.party}
    reply = registry.file_into(house.officer, first.case, subject="Одговор", body="Почитувани,", **said)  # type: ignore[arg-type]
    registry.dispatch(house.registrar, reply, way="post", at=AT)
    double = registry.file_into(house.officer, first.case, at=AT, subject="Белешка", language="mk")
    registry.void(house.registrar, numbers=[double.number], year=2026, reason="Двапати заведено", at=AT)
    return registry.close(house.registrar, first.case, at=AT)


def test_a_closed_case_is_a_valid_package_and_comes_back_as_it_was(house: Office, tmp_path: Path) -> None:
    where = pack(finished(house), tmp_path, at=AT)
    assert faults(where) == []
    with eark.read(where) as back:
        (case,) = back.cases()
    assert (case.number, case.mark, case.years, [paper.number for paper in case.documents]) == (
        "08-1",
        "0801",
        5,
        ["08-1/1", "08-1/2", "08-1/3"],
    )
    received, reply, double = case.documents
    assert [scan.original.name for scan in received.scans] == ["писмо.pdf"]
    assert ([scan.is_pdfa for scan in reply.scans], double.voided) == ([True], True)
    assert received.events[0].agent == "Ѓурѓа Њаговска"
    assert received.events[0].detail.startswith("Заведено под број 08-1/1")


def test_the_same_case_is_the_same_package(house: Office, tmp_path: Path) -> None:
    case = finished(house)
    first, second = (pack(case, tmp_path / name, at=AT) for name in ("a", "b"))
    assert first.name == second.name
    assert (first / "METS.xml").read_bytes() == (second / "METS.xml").read_bytes()


def test_only_closed_cases_are_packed(house: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Предметот 08-1 не е затворен"):
        pack(letter(house).case, tmp_path, at=AT)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code", "count"),
    [
        (["08-1"], 0, 1),
        (["08-1", "--year", "2026"], 0, 1),
        (["08-1", "--year", "2025"], 2, 0),
        (["08-2"], 1, 0),
        (["--all-closed", "2026"], 0, 1),
        (["--all-closed", "2025"], 2, 0),
        ([], 2, 0),
    ],
)
def test_the_command(
    house: Office, tmp_path: Path, capsys: Any, words: list[str], code: int, count: int
) -> None:
    finished(house)
    letter(house)
    assert main(["archive", "package", *words, "--out", str(tmp_path)]) == code
    assert len(list(tmp_path.iterdir())) == count
    assert len(capsys.readouterr().out.splitlines()) == count
