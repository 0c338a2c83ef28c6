"""A paper is for the archive and for every reader, says each letter, and is the same each time."""

import io
import re
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from konak.kernel.files import store
from konak.kernel.signing import seal_pdf, verify_pdf
from konak.kernel.ui.paper import Attachment, PaperFault, render
from konak.kernel.ui.paper.arms import MOTIF, arms, weave

from . import samples

AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">Член 1 – Neni 1</akomaNtoso>'
LETTERS = "АБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ абвгдѓежзѕијклљмнњопрстќуфхцчџш"
SHQIP = "ABCÇDEËFGHIJKLMNOPQRSTUVXYZ abcçdeëfghijklmnopqrstuvxyz Dh Gj Ll Nj Rr Sh Th Xh Zh"
QUOTES = "„едно“ “две” ‘три’ «чет» \"пет\" 'шест' #let x = $1$ *б* _и_ \\ @a <b> [c] // -- ~"


def act(**changes: Any) -> bytes:
    files = {
        "akn.xml": (AKN.encode(), "application/xml", "source"),
        "скен.bin": Attachment(b"\xff\x00", "x/y"),
    }
    return render("kernel/tests/act.typ", {**samples.ACT, **changes}, at=samples.AT, attachments=files)


def slip(**changes: Any) -> bytes:
    return render("kernel/tests/slip.typ", {**samples.SLIP, **changes}, at=samples.AT)


def read(pdf: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def test_an_act_is_pdf_a_and_pdf_ua_with_its_source_inside() -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(act())) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("3", "A", "1")
        assert meta["dc:title"] == samples.ACT["title"]
        assert list(meta["dc:creator"]) == ["Општина Куманово"]
        assert str(pdf.Root.Lang) == "mk"
        assert bool(pdf.Root.MarkInfo.Marked)
        inside = {file.filename: file.get_file().read_bytes() for file in pdf.attachments.values()}
        assert inside == {"akn.xml": AKN.encode(), "скен.bin": b"\xff\x00"}
        assert str(pdf.attachments["akn.xml"].obj.AFRelationship) == "/Source"
        with pdf.open_outline() as outline:
            (top,) = outline.root
            assert " ".join(top.title.split()) == "ОДЛУКА за комуналниот ред VENDIM për rendin komunal"
            assert [child.title for child in top.children] == [f"Член {n}" for n in range(1, 8)]
        assert len(pdf.pages) == 2
        assert str(pdf.docinfo.CreationDate).startswith("D:20261013")


def test_both_languages_are_marked_as_such() -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(act())) as pdf:
        said = {
            str(thing.Lang)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/Lang" in thing
        }
    assert {"mk", "sq"} <= said


def test_the_sheet_says_number_day_and_pages_in_both_languages() -> None:
    text = read(act())
    for said in (
        "ОПШТИНА КУМАНОВО",
        "KOMUNA E KUMANOVËS",
        "Број / Numri: 08-155/4",
        "13.10.2026",
        "страница 1 од 2",
        "faqja 2 nga 2",
        samples.PROOF,
        "Ѓорѓи Џамбазовски, с.р. / d.v.",
    ):
        assert said in re.sub(r" +", " ", text), said


@pytest.mark.parametrize("name", [LETTERS, SHQIP, QUOTES])
def test_every_letter_and_sign_survives(name: str) -> None:
    text = read(slip(facts=[["Име", name]], title=name))
    assert re.sub(r"\s+", "", name) in re.sub(r"\s+", "", text)


def test_the_same_data_gives_the_same_bytes() -> None:
    assert act() == act()
    assert act() != act(number="08-155/5")


def test_values_of_python_go_in_as_they_are() -> None:
    facts = [
        ["Ден", date(2026, 10, 13)],
        ["Износ", Decimal("1500.50")],
        ["Час", datetime(2026, 1, 1, tzinfo=UTC)],
    ]
    text = read(slip(facts=facts))
    assert "2026-10-13" in text
    assert "1500.50" in text

    @dataclass
    class Own:
        a: int = 1

    with pytest.raises(TypeError, match="cannot read a Own"):
        slip(facts=[["x", Own()]])


def test_a_row_is_never_split_and_the_head_comes_again() -> None:
    rows = [[f"Ред {n} почеток" + " збор" * 30 + f" крај-{n}", "тераса", "I", "1"] for n in range(60)]
    pages = read(act(fees={**samples.ACT["fees"], "rows": rows})).split("\f")
    of_table = [page for page in pages if "почеток" in page]
    assert len(of_table) > 3
    for page in of_table:
        assert "Површина" in page
        assert sorted(re.findall(r"Ред (\d+)", page)) == sorted(re.findall(r"крај-(\d+)", page))


def test_a_house_may_use_its_own_arms_and_go_without_proof() -> None:
    house = {**samples.HOUSE, "arms": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'}
    without = {key: value for key, value in samples.SLIP.items() if key != "proof"}
    plain = render("kernel/tests/slip.typ", {**without, "house": house}, at=samples.AT)
    assert samples.PROOF not in read(plain)
    assert len(plain) < len(slip())


@pytest.mark.parametrize(
    "template", ["registry/nothing.typ", "kernel/../../../../setup.typ", "kernel", "a/b.typ"]
)
def test_a_paper_that_is_not_there(template: str) -> None:
    with pytest.raises(PaperFault, match="there is no paper"):
        render(template, {}, at=samples.AT)


def test_what_the_archive_forbids_is_a_fault() -> None:
    with pytest.raises(PaperFault, match="title"):
        slip(title="")


def test_our_drawings_are_svg() -> None:
    for drawing in (arms(), weave(3)):
        assert ElementTree.fromstring(drawing).tag == "{http://www.w3.org/2000/svg}svg"
    assert len({len(line) for line in MOTIF}) == 1
    assert MOTIF[::-1] == MOTIF


def test_a_hundred_pages_come() -> None:
    import pikepdf

    many = samples.ACT["articles"] * 130
    pdf = act(articles=many)
    with pikepdf.open(io.BytesIO(pdf)) as read_back:
        assert len(read_back.pages) > 100


def test_a_sealed_paper_is_still_for_the_archive_and_the_house_takes_it_back(
    settings: Any, tmp_path: Path
) -> None:
    import pikepdf

    settings.VAR = tmp_path
    printed = act()
    sealed = seal_pdf(printed, at=samples.AT, reason="Службен гласник")
    assert sealed.startswith(printed)
    assert verify_pdf(sealed).valid
    with pikepdf.open(io.BytesIO(sealed)) as pdf:
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("3", "A", "1")
        assert str(meta["xmp:ModifyDate"]).startswith("2026-10-13T08:12:00")
        (field,) = pdf.Root.AcroForm.Fields
        assert int(field.F) & 0b110 == 0b100, "printed and not hidden, as PDF/A asks"
        assert all(side < 0 for side in field.Rect), "off the page, so PDF/UA asks for no tag"
    assert store(sealed, name="Одлука.pdf").media_type == "application/pdf"


def test_a_sign_that_no_font_has_is_spelt_on_the_paper_and_stays_in_what_is_attached() -> None:
    import pikepdf

    source = "<a>😀 漢字</a>".encode()
    pdf = render(
        "kernel/tests/act.typ",
        {**samples.ACT, "number": "08-1/1 😀 漢"},
        at=samples.AT,
        attachments={"akn.xml": (source, "application/xml", "source")},
    )
    assert "[U+1F600] [U+6F22]" in read(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        assert paper.attachments["akn.xml"].get_file().read_bytes() == source
