"""Packages written are valid, the same each time, and come back as they were."""

import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from konak.archive.eark import Case, Unsound, read, write, write_zip
from konak.archive.eark.tests.cases_of import cases, file, package, papers
from tests import eark

PREMIS = "representations/rep1/metadata/preservation/premis.xml"


@pytest.mark.parametrize("kind", ["AIP", "SIP"])
def test_the_validator_calls_a_package_valid(tmp_path: Path, kind: str) -> None:
    assert eark.faults(write(package(kind), cases(), tmp_path)) == []
    assert eark.faults(write_zip(package(kind), cases(), tmp_path)) == []


def test_a_case_without_a_single_file_is_valid_too(tmp_path: Path) -> None:
    assert eark.faults(write(package(), [replace(cases()[0], documents=())], tmp_path)) == []


def test_the_waived_rule_is_broken_and_no_other(tmp_path: Path) -> None:
    folder = write(package("SIP"), cases(), tmp_path)
    assert {fault.split(":")[0] for fault in eark.faults(folder, waived=False)} == set(eark.WAIVED)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('PROFILE="https', 'PROFILED="https', "XML-1"),
        ('TYPE="Mixed"', 'TYPE="Mixture"', "CSIP2"),
        ('USE="Schemas"', 'USE="Schemes"', "CSIP113"),
        ('LABEL="Metadata"', 'LABEL="Metadatum"', "CSIP88"),
    ],
)
def test_the_validator_finds_what_is_broken(tmp_path: Path, old: str, new: str, rule: str) -> None:
    folder = write(package(), cases(), tmp_path)
    mets = folder / "METS.xml"
    mets.write_text(mets.read_text().replace(old, new))
    assert rule in {fault.split(":")[0] for fault in eark.faults(folder)}


@pytest.mark.parametrize("way", [write, write_zip])
def test_what_was_written_is_read_back(tmp_path: Path, way) -> None:
    with read(way(package("SIP"), cases(), tmp_path)) as unpacked:
        assert unpacked.package == package("SIP")
        assert tuple(unpacked.cases()) == cases()
        scans = [scan for case in unpacked.cases() for paper in case.documents for scan in paper.scans]
        contents = [side.source().read() for scan in scans for side in (scan.original, scan.pdfa) if side]
    assert contents == [b"\xff\xd8one", b"%PDF-A", b"%PDF-1.7 ours", b"PK word"]


def test_the_same_case_and_moment_are_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first = write_zip(package(), cases(), tmp_path)
    second = write_zip(package(), iter(cases()), tmp_path / "again")
    assert first.read_bytes() == second.read_bytes()
    assert first.name == second.name == f"{package().uuid}.zip"


def test_the_folder_and_the_zip_hold_the_same_files(tmp_path: Path) -> None:
    folder = write(package(), cases(), tmp_path)
    inside = {
        f"{folder.name}/{path.relative_to(folder)}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    with zipfile.ZipFile(write_zip(package(), cases(), tmp_path)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == inside


def test_the_identifier_comes_from_house_and_number_alone() -> None:
    assert package().objid == "urn:uuid:" + package("SIP").uuid == replace(package(), title="x").objid
    assert package().objid != replace(package(), house="lipkovo").objid
    assert package().objid != replace(package(), number="08-156").objid


def test_what_could_not_be_converted_is_said(tmp_path: Path) -> None:
    said = (write(package(), cases(), tmp_path) / PREMIS).read_text()
    assert said.count("<eventOutcome>not converted</eventOutcome>") == 1
    assert "<eventDetail>A Word file is kept as it came.</eventDetail>" in said
    assert said.count("<relationshipSubType>has source</relationshipSubType>") == 1
    assert said.count("<formatVersion>PDF/A</formatVersion>") == 2


def test_every_hindrance_is_told_at_once_and_nothing_is_left(tmp_path: Path) -> None:
    root, first, deeper = cases()
    lie = replace(papers()[1].scans[0], original=replace(file("a.docx", b"x"), sha256="no"))
    silent = replace(papers()[0].scans[0], converted=None)
    bad = replace(papers()[0], title="bell \x07", scans=(lie, silent))
    wrong = [replace(root, documents=(bad,)), replace(first, parent="08-9"), deeper, root]
    with pytest.raises(Unsound) as caught:
        write(package(), wrong, tmp_path)
    assert [str(fault) for fault in caught.value.faults] == [
        "08-155: A package has one root case; this is a second.",
        "08-155: This case is in the package twice.",
        "08-155-1: The case it belongs to, 08-9, does not come before it.",
        "08-155/1: “a.docx” has no SHA-256 sum.",
        "08-155/1: “bell �” holds a sign that XML cannot keep.",
        "08-155/1: “скен 1.JPG”: the PDF/A and the event that made it go together.",
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", [write, write_zip])
def test_bytes_that_are_not_those_registered_stop_the_package(tmp_path: Path, way) -> None:
    other = replace(file("а.pdf", b"true"), source=file("а.pdf", b"fake").source)
    paper = replace(papers()[0], scans=(replace(papers()[0].scans[1], original=other),))
    with pytest.raises(Unsound, match=r"“а\.pdf” is not the file that was registered"):
        way(package(), [replace(cases()[0], documents=(paper,))], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_package_is_not_written_over(tmp_path: Path) -> None:
    write(package(), cases(), tmp_path)
    with pytest.raises(Unsound, match="already a package"):
        write(package(), cases(), tmp_path)


@pytest.mark.parametrize(
    ("changed", "given", "said"),
    [
        ({"kind": "DIP"}, cases(), "AIP or SIP"),
        ({"at": datetime(2026, 3, 30)}, cases(), "no time zone"),  # noqa: DTZ001
        ({}, (), "no case to write"),
        ({"holder": ""}, cases(), "its house, its holder"),
        ({}, [replace(cases()[0], years=1000)], "0 to 999 years"),
        ({}, [replace(cases()[0], number="")], "A case has no number"),
        ({"number": "08-1"}, cases(), "The root case is 08-155"),
    ],
)
def test_a_package_says_what_it_lacks(
    tmp_path: Path, changed: dict, given: tuple[Case, ...], said: str
) -> None:
    with pytest.raises(Unsound, match=said):
        write(replace(package(), **changed), given, tmp_path)
    assert list(tmp_path.iterdir()) == []
