"""Bytes keep their hash, lies and traps are refused with a sentence, orphans go after a day."""

import hashlib
import io
import os
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from konak.kernel import files
from konak.kernel.errors import Refused
from konak.kernel.files.models import File
from konak.kernel.files.storing import clean, folder
from konak.kernel.journal import Actor

from . import samples

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
CLERK = Actor(account=7, person=1, name="Јана", roles=frozenset({"registrar"}))


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path


def refusal(data: Any, name: str, **how: Any) -> str:
    """The only reason, in English; nothing may be left on disk."""
    with translation.override("en"), pytest.raises(Refused) as refused:
        files.store(data, name=name, **how)
    (reason,) = refused.value.reasons
    assert reason.field == "file"
    assert not [path for path in folder().rglob("*") if path.is_file()]
    return str(reason.text)


GOOD = {
    "барање.pdf": (samples.pdf, "application/pdf"),
    "Kërkesë.docx": (
        samples.docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "a.xlsx": (samples.xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "a.odt": (samples.odt, "application/vnd.oasis.opendocument.text"),
    "a.png": (lambda: samples.image("PNG"), "image/png"),
    "a.JPG": (lambda: samples.image("JPEG"), "image/jpeg"),
    "a.tiff": (lambda: samples.image("TIFF"), "image/tiff"),
    "a.txt": ("Ѓорѓи Ќосев – Çelë".encode, "text/plain"),
    "a.xml": (lambda: b"<?xml version='1.0'?><akomaNtoso/>", "application/xml"),
    "a.eml": (samples.MAIL.encode, "message/rfc822"),
    "барање.pdf.p7m": (lambda: samples.SIGNED, "application/pkcs7-mime"),
    "без завршеток": (samples.pdf, "application/pdf"),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_what_its_content_is(name: str) -> None:
    make, media_type = GOOD[name]
    data = make()
    blob = files.store(data, name=name)
    assert (blob.media_type, blob.name, blob.size) == (media_type, name, len(data))
    assert blob.sha256 == hashlib.sha256(data).hexdigest()
    assert files.open(blob) == data
    assert not list((folder() / "new").iterdir())


@pytest.mark.parametrize("name", ["слика.png", "текст.docx", "a.exe", "a.pdf.zip"])
def test_a_file_that_is_not_what_its_name_says(name: str) -> None:
    assert "is not what its name says: its content is PDF." in refusal(samples.pdf(), name)


@pytest.mark.parametrize("data", [b"\x7fELF\x00\x01", b"MZ\x00", samples.bundle({"a": b"b"}), b"a\xff\xfe"])
def test_a_kind_that_nobody_takes(data: bytes) -> None:
    assert "of a kind that is not taken here" in refusal(data, "a.pdf")


def test_only_the_kinds_of_the_form() -> None:
    assert "not taken here" in refusal(b"text", "a.txt", allow={"application/pdf"})
    assert "is empty" in refusal(b"", "a.txt")


def test_two_hundred_megabytes_are_refused_before_they_are_read() -> None:
    class Upload(samples.Endless):
        size = 200 << 20

    upload = Upload()
    assert refusal(upload, "скен.pdf") == (
        "The file “скен.pdf” has 200 MB; the house takes files of at most 100 MB."
    )
    assert upload.taken == 0
    unannounced = samples.Endless()
    assert "larger than 100 MB" in refusal(unannounced, "скен.pdf")
    assert unannounced.taken <= 102 << 20


def test_the_limit_is_a_setting(settings: Any) -> None:
    settings.KONAK_FILE_LIMIT = 2 << 20
    assert "larger than 2 MB" in refusal(b"a" * (3 << 20), "a.txt")


TRAPS = {
    "locked": (samples.locked_pdf, "locked with a password"),
    "script": (lambda: samples.pdf(OpenAction=_action("/JavaScript")), "holds a program"),
    "launch": (lambda: samples.pdf(AA=_action("/Launch")), "holds a program"),
    "bomb": (lambda: samples.pdf_with(samples.zeros(300)), "unpacks to far more"),
    "bomb in a bomb": (
        lambda: samples.pdf_with(
            zlib.compress(samples.zeros(600), 9), b"/Filter [/FlateDecode /FlateDecode]"
        ),
        "unpacks to far more",
    ),
    "deep": (samples.deep_pdf, "built so deeply"),
    "pages": (samples.endless_pdf, "more pages"),
    "damaged": (lambda: b"%PDF-1.7\nnothing here", "damaged"),
    "packed script": (lambda: samples.packed_pdf(OpenAction=_action("/JavaScript")), "holds a program"),
    "packed launch": (lambda: samples.packed_pdf(AA=_action("/Launch")), "holds a program"),
    "packed bomb": (lambda: samples.objects_bomb(600), "unpacks to far more"),
    "tree of pages": (lambda: samples.tree_of_pages(20_000), "damaged"),
    "ring of pages": (samples.ring_of_pages, "damaged"),
    "zip behind": (lambda: samples.pdf() + samples.bundle({"a.exe": b"MZ"}), "two files in one"),
}


def _action(kind: str) -> Any:
    import pikepdf

    return pikepdf.Dictionary(S=pikepdf.Name(kind), JS=pikepdf.String("app.alert(1)"))


def test_packed_objects_and_many_floors_are_no_fault_in_themselves() -> None:
    for paper in (samples.packed_pdf(), samples.tree_of_pages(50), samples.objects_bomb(1)):
        assert files.store(paper, name="a.pdf").media_type == "application/pdf"


@pytest.mark.parametrize("trap", TRAPS)
def test_a_pdf_that_is_a_trap(trap: str) -> None:
    make, said = TRAPS[trap]
    assert said in refusal(make(), "a.pdf")


def test_a_trap_is_a_trap_however_often_it_comes() -> None:
    sound, trap = samples.pdf(), samples.pdf(OpenAction=_action("/JavaScript"))
    for _time in range(2):
        assert "holds a program" in refusal(trap, "a.pdf")
    for _time in range(2):
        assert files.store(sound, name="a.pdf").media_type == "application/pdf"


def test_traps_in_office_files_and_xml() -> None:
    assert "holds a program" in refusal(samples.docx(**{"vbaProject.bin": b"x"}), "a.docx")
    assert "unpacks to far more" in refusal(samples.docx(**{"media.bin": bytes(64 << 20)}), "a.docx")
    assert "unpacks to far more" in refusal(samples.docx(**{"b.xml": b'<!ENTITY a "b">'}), "a.docx")
    assert "unpacks to far more" in refusal(samples.overlapping_docx(), "a.docx")
    assert "two files in one" in refusal(samples.image("PNG") + samples.docx(), "a.png")
    hidden = samples.bundle({"%PDF-1.7": b"", "[Content_Types].xml": b"", "word/document.xml": b""})
    assert "two files in one" in refusal(hidden, "a.docx")
    assert "of a kind that is not taken here" in refusal(b"GIF89a\x00" + samples.pdf(), "a.pdf")
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    assert "unpacks to far more" in refusal(laughs, "a.xml")
    assert "damaged" in refusal(b"<?xml version='1.0'?><a>", "a.xml")
    assert "damaged" in refusal(samples.image("PNG")[:60], "a.png")


def test_a_refusal_speaks_both_languages() -> None:
    for lang, said in (("mk", "е празна"), ("sq", "është i zbrazët")):
        with translation.override(lang), pytest.raises(Refused) as refused:
            files.store(b"", name="a.txt")
        assert said in str(refused.value)


def test_names_are_cleaned_but_stay_themselves() -> None:
    assert clean("C:\\Мои\\ЃЌЉЊЏЅЈ „ëç“ 'a'.pdf") == "ЃЌЉЊЏЅЈ „ëç“ 'a'.pdf"
    assert clean("../../etc/passwd") == "passwd"
    assert clean("gnp.\u202efdp\x00.exe") == "gnp.fdp.exe"
    assert clean("..") == "file"
    long = clean("а" * 300 + ".pdf")
    assert len(long) == 200
    assert long.endswith(".pdf")


@pytest.mark.django_db
def test_a_kept_file_is_a_row_that_nobody_changes() -> None:
    blob = files.store(io.BytesIO(b"zdravo"), name="a.txt")
    kept = files.keep(CLERK, blob, at=AT)
    assert (kept.sha256, kept.account, kept.extension) == (blob.sha256, 7, "txt")
    with files.stream(kept) as stream:
        assert stream.read() == b"zdravo"
    for change in (lambda: File.objects.update(name="b"), kept.delete):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


@pytest.mark.django_db
def test_changed_bytes_are_noticed() -> None:
    kept = files.keep(CLERK, files.store(b"zdravo", name="a.txt"), at=AT)
    assert list(files.audit()) == []
    files.path(kept).chmod(0o644)
    files.path(kept).write_bytes(b"ZDRAVO")
    with pytest.raises(files.Damaged):
        files.open(kept)
    (said,) = files.audit()
    assert kept.sha256 in said


@pytest.mark.django_db
def test_orphans_go_after_a_day_and_late_forms_are_told() -> None:
    orphan = files.store(b"orphan", name="a.txt")
    kept = files.keep(CLERK, files.store(b"kept", name="b.txt"), at=AT)
    now = datetime.now(UTC)
    assert files.sweep(now + timedelta(hours=23)) == 0
    assert files.sweep(now + timedelta(hours=25)) == 1
    assert files.open(kept) == b"kept"
    with pytest.raises(Refused):
        files.keep(CLERK, orphan, at=AT)
    again = files.store(b"orphan", name="a.txt")
    yesterday = now.timestamp() - 90_000
    os.utime(files.path(again), (yesterday, yesterday))
    files.keep(CLERK, again, at=AT)
    assert files.sweep(now) == 0
    assert files.open(again) == b"orphan"
