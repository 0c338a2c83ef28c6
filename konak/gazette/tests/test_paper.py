"""The printed issue: both languages, contents, bookmarks, sources inside, sealed."""

import io
import shutil
import subprocess

import pikepdf
import pytest

from konak.acts.tests.office_of import House
from konak.gazette import paper, queries
from konak.gazette.models import Issue
from konak.gazette.tests.office_of import AT, draft, published, ready
from konak.kernel import files
from konak.kernel.signing import verify_pdf
from konak.lex import akn
from tests.lodging import made_once


@made_once
def issue(house: House) -> Issue:
    return published(house, ready(house))


@pytest.fixture
def pdf(issue: Issue) -> pikepdf.Pdf:
    assert issue.file is not None
    return pikepdf.open(io.BytesIO(files.open(issue.file)))


def test_bookmarks_name_each_text_in_each_language(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        heads = [one.title for one in outline.root]
    assert heads == [
        "Содржина / Përmbajtja",
        "ЗАКЛУЧОК за објавување на Одлуката за надоместок за користење на салите",
        "ОДЛУКА за надоместок за користење на салите",
        "KONKLUZION për shpalljen e Vendimit për kompensimin për shfrytëzimin e sallave",
        "VENDIM për kompensimin për shfrytëzimin e sallave",
    ]


def test_every_text_is_inside_as_akoma_ntoso(pdf: pikepdf.Pdf) -> None:
    inside = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    assert sorted(name.rpartition("/")[2] for name in inside) == [
        "08-1-3.mk.xml",
        "08-1-3.sq.xml",
        "08-2-1.mk.xml",
        "08-2-1.sq.xml",
    ]
    assert [akn.validate(xml.decode()) for xml in inside.values()] == [[], [], [], []]


def test_it_is_for_the_archive_and_for_every_reader(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("3", "A", "1")
        assert meta["dc:title"] == (
            "Службен гласник на Општина Куманово бр. 1/2026 / Gazeta zyrtare e Komunës së Kumanovës nr. 1/2026"
        )
    assert str(pdf.Root.Lang) == "mk"
    assert bool(pdf.Root.MarkInfo.Marked)


def test_the_paper_says_in_both_languages_what_it_is(house: House) -> None:
    issue = draft(house, ready(house))
    said = text_of(paper.made(issue, queries.pieces(issue), at=AT))
    for words in (
        "1/2026", "XXXI", "среда, 30 септември 2026", "e mërkurë, 30 shtator 2026", issue.document.number,
        "излегува по потреба", "botohet sipas nevojës", "Содржина", "Përmbajtja", "с.р.", "d.v.",
        "НАЦРТ, не е објавено", "DRAFT, i pashpallur",
    ):  # fmt: skip
        assert words in said, words


def test_the_same_content_and_moment_give_the_same_bytes(house: House) -> None:
    issue = draft(house, ready(house))
    held = queries.pieces(issue)
    assert paper.made(issue, held, at=AT) == paper.made(issue, held, at=AT)


def test_the_seal_holds_and_a_changed_paper_does_not(house: House) -> None:
    issue = published(house, ready(house))
    assert issue.file is not None
    content = files.open(issue.file)
    verdict = verify_pdf(content)
    assert (verdict.valid, verdict.intact, verdict.signed_at) == (True, True, AT)
    middle = content.index(b"/Type") + 1
    assert not verify_pdf(content[:middle] + b"X" + content[middle + 1 :]).valid


def text_of(content: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())
