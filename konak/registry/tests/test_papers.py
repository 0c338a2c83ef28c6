"""The slip and the letter as PDF, files with a document, the audit on the command line."""

import json
import shutil
import subprocess
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from konak.house.cli import main
from konak.registry import office
from konak.registry.models import Scan
from konak.registry.tests.office_of import AT, Office, letter
from konak.registry.tests.test_screens import at_desk


def text_of(pdf: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_the_slip_bears_number_day_and_receipt(house: Office) -> None:
    document = letter(house, term="foi.answer")
    answer = at_desk(house, house.registrar).get(f"/office/registry/documents/{document.pk}/slip.pdf")
    assert answer["Content-Type"] == "application/pdf"
    said = text_of(answer.content)
    for part in ("08-1/1", "Потврда за прием", "Vërtetim i pranimit", "вторник, 13 октомври 2026"):
        assert part in said
    assert f"{document.receipt[:5]}-{document.receipt[5:]}" in said


def test_the_letter_goes_to_its_addressee_in_its_language(house: Office) -> None:
    document = letter(house, sender_number="03-7/1")
    reply = office.file_into(
        house.officer,
        document.case,
        at=AT,
        direction="outgoing",
        subject="Përgjigje",
        body="Të nderuar,\n\nkërkesa u miratua.",
        language="sq",
        party=document.party,
    )
    desk = at_desk(house, house.officer)
    said = text_of(desk.get(f"/office/registry/documents/{reply.pk}/letter.pdf").content)
    for part in (
        "08-1/2",
        "13.10.2026",
        "Здружение „Ѓурѓовден“",
        "kërkesa u miratua.",
        "03-7/1",
        "Përgatiti",
    ):
        assert part in said
    assert desk.get(f"/office/registry/documents/{document.pk}/letter.pdf").status_code == 404


def test_a_scan_is_put_to_the_stamped_paper_and_given_back(house: Office) -> None:
    document = letter(house)
    counter, stranger = at_desk(house, house.registrar), at_desk(house, house.other)
    page = f"/office/registry/documents/{document.pk}/files/"
    assert counter.post(page, {}).status_code == 422
    liar = SimpleUploadedFile("scan.pdf", "не е PDF".encode())
    assert counter.post(page, {"files": liar}).status_code == 422
    counter.post(
        page, {"files": [SimpleUploadedFile("скен.txt", b"one"), SimpleUploadedFile("2.txt", b"two")]}
    )
    scans = list(Scan.objects.order_by("position").values_list("position", "file__name"))
    assert scans == [(1, "скен.txt"), (2, "2.txt")]
    address = f"/office/registry/files/{Scan.objects.first().pk}/"  # type: ignore[union-attr]
    assert b"".join(counter.get(address).streaming_content) == b"one"  # type: ignore[attr-defined]
    assert stranger.get(address).status_code == 404


@pytest.mark.parametrize("json_asked", [True, False])
def test_the_audit_on_the_command_line(house: Office, capsys: Any, json_asked: bool) -> None:
    letter(house)
    assert main(["registry", "audit", *(["--json"] if json_asked else [])]) == 0
    said = capsys.readouterr().out
    if json_asked:
        assert json.loads(said)["books"] == [
            {
                "book": "registry",
                "kind": "main",
                "year": 2026,
                "last": 1,
                "documents": 1,
                "gaps": [],
                "doubles": [],
                "imported": False,
                "sub_gaps": [],
                "sub_doubles": [],
                "out_of_order": [],
                "clean": True,
            }
        ]
    else:
        assert said == "main 2026: 1–1, 1 documents, no gaps, no doubles\n"
