"""Whatever came damaged, foreign or meant ill is refused whole: each fault with its place, nothing half read."""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from konak.archive.eark import Limits, Unsound, read, write, write_zip
from konak.archive.eark.reading import EAD_PATH, INNER, PREMIS_PATH
from konak.archive.eark.tests.cases_of import cases, package

ORIGINAL = "representations/rep1/data/original/0000/0000001.jpg"
WORD = "representations/rep1/data/original/0000/0000003.docx"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(package(), cases(), tmp_path_factory.mktemp("sound"))


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / sound.name))


def said(path: Path, limits: Limits = Limits()) -> list[str]:  # noqa: B008
    with pytest.raises(Unsound) as caught, read(path, limits):
        pytest.fail("it was given")
    return [str(fault) for fault in caught.value.faults]


def mend_lists(folder: Path) -> None:
    """Make every sum right again, as a clever hand would."""
    for path, base in ((INNER, folder / "representations/rep1"), ("METS.xml", folder)):
        mets = folder / path
        words = mets.read_text()
        for line in words.splitlines():
            if 'xlink:href="' in line and 'CHECKSUM="' in line:
                href = line.split('xlink:href="')[1].split('"')[0]
                content = (base / href).read_bytes()
                mended = line.replace(
                    line.split('CHECKSUM="')[1].split('"')[0], hashlib.sha256(content).hexdigest()
                ).replace(f'SIZE="{line.split("SIZE=")[1].split(chr(34))[1]}"', f'SIZE="{len(content)}"')
                words = words.replace(line, mended)
        mets.write_text(words)


def test_every_fault_of_the_files_is_named_at_once(folder: Path) -> None:
    (folder / ORIGINAL).write_bytes(b"\xff\xd8two")
    (folder / WORD).write_bytes(b"longer than it was")
    assert said(folder) == [
        f"{ORIGINAL}: Its SHA-256 sum is another than on the list.",
        f"{WORD}: It has 18 bytes, the list says 7.",
    ]
    (folder / WORD).unlink()
    (folder / "stray.txt").write_text("x")
    os.symlink("/etc/passwd", folder / "link")
    assert said(folder) == ["link: Neither a file nor a folder: a link or a device has no place here."]
    (folder / "link").unlink()
    assert said(folder) == [
        f"{WORD}: It is on the list and not in the package.",
        "stray.txt: It is in the package and on no list.",
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "reason"),
    [
        (EAD_PATH, '<unitid localtype="mark">0804</unitid>', "", "a case or paper without 'mark'"),
        (EAD_PATH, ">20<", ">many<", "is not accepted by the pattern"),
        (
            EAD_PATH,
            'localtype="closed" normal="2010-02-21"',
            'localtype="shut"',
            "is not an element of the set",
        ),
        (
            PREMIS_PATH,
            "<originalName>",
            "<name>",
            "Expected is ( {http://www.loc.gov/premis/v3}originalName )",
        ),
        (PREMIS_PATH, ">file-3<", ">file-9<", "file-9 is preserved and on no list"),
        (PREMIS_PATH, ">paper-2<", ">paper-7<", "paper-2 is described and not preserved"),
        (PREMIS_PATH, "<size>7</size>", "<size>8</size>", "another size or sum"),
        (EAD_PATH, ">08-155-1</unitid>", ">08-155</unitid>", "This case is in the package twice"),
        (EAD_PATH, 'localtype="house">kumanovo', 'localtype="house">lipkovo', "its identifier is not"),
    ],
)
def test_a_package_whose_lists_were_mended_is_still_looked_into(
    folder: Path, path: str, old: str, new: str, reason: str
) -> None:
    words = (folder / path).read_text()
    assert old in words
    (folder / path).write_text(words.replace(old, new))
    mend_lists(folder)
    assert reason in "\n".join(said(folder))


@pytest.mark.parametrize(
    ("path", "old", "new", "reason"),
    [
        ("METS.xml", 'xlink:href="schemas', 'xlink:href="../schemas', "The path leads out of the package"),
        ("METS.xml", 'xlink:href="schemas', 'xlink:href="/etc', "Not a path within the package"),
        ("METS.xml", 'xlink:href="schemas', 'xlink:href="file:schemas', "Not a path within the package"),
        ("METS.xml", "SHA-256", "MD5", "listed without a SHA-256 sum"),
        ("METS.xml", "</mets>", "", "The list of files cannot be read"),
        ("METS.xml", 'SIZE="', 'SIZE="many', "The list of files cannot be read"),
        ("METS.xml", EAD_PATH, "metadata/descriptive/dc.xml", "its list does not name this file"),
    ],
)
def test_a_list_that_leads_astray_is_refused(
    folder: Path, path: str, old: str, new: str, reason: str
) -> None:
    words = (folder / path).read_text()
    assert old in words
    (folder / path).write_text(words.replace(old, new))
    assert reason in "\n".join(said(folder))


def test_a_document_type_is_refused_before_an_entity_grows(folder: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{("&l%d;" % (n - 1)) * 10 if n else "ha"}">' for n in range(12))  # noqa: UP031
    mets = folder / "METS.xml"
    head, body = mets.read_text().split("\n", 1)
    told = body.replace("LABEL=", 'LABEL="&l11;" OLD=', 1)
    mets.write_text(f"{head}<!DOCTYPE mets [{laughs}]>{told}")
    assert any("The list of files cannot be read" in fault for fault in said(folder))


def zipped(folder: Path, change: Callable[[zipfile.ZipFile], None]) -> Path:
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, path.relative_to(folder.parent))
        change(archive)
    return target


def link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("p/link")
    entry.external_attr = 0o120777 << 16
    archive.writestr(entry, "/etc/passwd")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda archive: archive.writestr("p/../../x", "x"), "p/../../x: The path leads out of the package."),
        (lambda archive: archive.writestr("/p/x", "x"), "/p/x: Not a path within the package."),
        (lambda archive: archive.writestr("other/x", "x"), "has one folder at its root"),
        (lambda archive: archive.writestr("x", "x"), "x: It lies outside the package's folder."),
        (lambda archive: archive.writestr("p/bomb", b"0" * (4 << 20)), "bomb: It would swell beyond measure"),
        (link, "link: Neither a file nor a folder"),
    ],
)
def test_a_zip_meant_ill_is_refused_unopened(
    folder: Path, change: Callable[[zipfile.ZipFile], None], reason: str
) -> None:
    folder = folder.rename(folder.with_name("p"))
    with read(zipped(folder, lambda archive: None)) as unpacked:
        assert tuple(unpacked.cases()) == cases()
    assert reason in "\n".join(said(zipped(folder, change)))


def test_a_zip_with_a_file_twice_or_cut_short_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped(folder, lambda archive: archive.writestr(f"{folder.name}/METS.xml", "x"))
    assert said(twice) == ["METS.xml: It is in the ZIP twice."]
    whole = twice.read_bytes()
    twice.write_bytes(whole[: len(whole) // 2])
    assert said(twice) == [f"{twice.name}: Neither a folder nor a ZIP that can be opened."]


def test_bytes_damaged_within_a_zip_are_named(tmp_path: Path) -> None:
    path = write_zip(package(), cases(), tmp_path)
    path.write_bytes(path.read_bytes().replace(b"\xff\xd8one", b"\xff\xd8two"))
    (fault,) = said(path)
    assert fault.startswith(f"{ORIGINAL}: ")


@pytest.mark.parametrize("name", ["METS.xml", EAD_PATH])
def test_compressed_metadata_damaged_within_a_zip_are_named(tmp_path: Path, name: str) -> None:
    path = write_zip(package(), cases(), tmp_path)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo(f"{package().uuid}/{name}")
    content = bytearray(path.read_bytes())
    start = entry.header_offset + 30 + len(entry.filename) + 20  # past the header and its ZIP64 part
    content[start : start + 40] = b"\xff" * 40
    path.write_bytes(content)
    assert any(fault.startswith(f"{name}: ") and "cannot be read" in fault for fault in said(path))


def test_limits_of_the_machine_are_kept(folder: Path) -> None:
    assert said(folder, Limits(files=3)) == [f"{folder.name}: More than 3 files."]
    assert said(folder, Limits(size=100)) == [f"{folder.name}: More than 100 bytes."]


def test_what_is_no_package_at_all_is_said_so(tmp_path: Path) -> None:
    assert said(tmp_path / "nothing.zip") == ["nothing.zip: Neither a folder nor a ZIP that can be opened."]
    assert "METS.xml: The list of files is missing." in said(tmp_path)
