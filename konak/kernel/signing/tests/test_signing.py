"""What is sealed stays sealed, whoever touched it is found, and the stamp tells the story's time."""

import io
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from konak.kernel.signing import (
    HouseSeal,
    Place,
    authority,
    house_seal,
    seal_bytes,
    seal_pdf,
    sign_pdf,
    signer_of,
    verify_bytes,
    verify_pdf,
)
from konak.kernel.signing.aside import aside

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path


def paper(pages: int = 1) -> bytes:
    import pikepdf

    with pikepdf.new() as pdf:
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=(595, 842))
            page.Contents = pdf.make_stream(b"BT ET " * 400)
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    return out.getvalue()


def test_a_sealed_pdf_says_who_and_when() -> None:
    authority.establish("Општина Куманово")
    verdict = verify_pdf(seal_pdf(paper(), at=AT, reason="Службен гласник бр. 7/2026"))
    assert verdict.all_codes == ()
    assert (verdict.valid, verdict.intact, verdict.trusted) == (True, True, True)
    assert verdict.signer == "Општина Куманово (пробен печат)"
    assert verdict.signed_at == AT


def test_a_signature_and_then_a_seal_both_hold() -> None:
    president = signer_of("president", "Ѓорѓи Џамбазовски")
    signed = sign_pdf(paper(), president, at=AT, reason="Потпис")
    sealed = seal_pdf(signed, at=LATER, reason="Печат")
    assert sealed.startswith(signed)
    verdict = verify_pdf(sealed)
    assert [(s.field, s.signer, s.signed_at) for s in verdict.signatures] == [
        ("Signature1", "Ѓорѓи Џамбазовски", AT),
        ("Seal2", "Sample municipality (пробен печат)", LATER),
    ]
    assert verdict.valid


def test_a_signature_may_be_seen() -> None:
    import pikepdf

    place = Place(page=0, box=(300, 60, 540, 120), look=paper())
    signed = sign_pdf(paper(), house_seal(), at=AT, place=place)
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        (field,) = pdf.pages[0].Annots
        assert [int(side) for side in field.Rect] == [300, 60, 540, 120]
        assert "/N" in field.AP
    assert verify_pdf(signed).valid


def test_nothing_in_the_file_tells_the_machines_time() -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(seal_pdf(paper(), at=AT, reason="x"))) as pdf:
        assert str(pdf.docinfo.get("/ModDate", "D:20261013")).startswith("D:20261013")
        (field,) = pdf.Root.AcroForm.Fields
        assert str(field.V.M).startswith("D:20261013080000")
        assert field.V.SubFilter == "/ETSI.CAdES.detached"


def test_changed_after_it_was_sealed() -> None:
    sealed = bytearray(seal_pdf(paper(), at=AT, reason="x"))
    sealed[sealed.index(b"BT ET") + 1] = ord("X")
    verdict = verify_pdf(bytes(sealed))
    assert (verdict.valid, verdict.intact) == (False, False)
    assert "changed" in verdict.all_codes
    with translation.override("mk"):
        assert "Документот е изменет откако е потпишан." in verdict.problems
    with translation.override("sq"):
        assert "Dokumenti është ndryshuar pasi është nënshkruar." in verdict.problems


def test_a_page_added_behind_the_seal() -> None:
    from pyhanko.pdf_utils.generic import NumberObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.reader import PdfFileReader

    writer = IncrementalPdfFileWriter(io.BytesIO(seal_pdf(paper(2), at=AT, reason="x")))
    pages = writer.root["/Pages"]
    pages["/Kids"].append(pages["/Kids"].raw_get(0))
    pages["/Count"] = NumberObject(3)
    writer.update_container(pages)
    out = io.BytesIO()
    writer.write(out)
    assert PdfFileReader(io.BytesIO(out.getvalue())).root["/Pages"]["/Count"] == 3
    verdict = verify_pdf(out.getvalue())
    assert "added" in verdict.all_codes
    assert not verdict.intact


def test_a_strangers_seal_is_intact_but_not_trusted(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path / "elsewhere"
    sealed = seal_pdf(paper(), at=AT, reason="x")
    settings.VAR = tmp_path / "here"
    authority.establish()
    verdict = verify_pdf(sealed)
    assert (verdict.valid, verdict.intact, verdict.trusted) == (False, True, False)
    assert set(verdict.all_codes) == {"stranger", "no stamp"}
    assert verdict.signed_at is None


@pytest.mark.parametrize(
    ("pdf", "code"), [(paper(), "unsigned"), (b"no pdf", "unreadable"), (b"", "unreadable")]
)
def test_what_bears_no_seal(pdf: bytes, code: str) -> None:
    verdict = verify_pdf(pdf)
    assert verdict.all_codes == (code,)
    assert not any((verdict.valid, verdict.intact, verdict.trusted))


def test_a_file_that_is_too_heavy_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("konak.kernel.signing.verifying.MEMORY", 40 << 20)
    assert verify_pdf(seal_pdf(paper(), at=AT, reason="x")).all_codes == ("too heavy",)


def test_a_seal_beside_the_journals_root() -> None:
    root = bytes(range(32))
    seal = seal_bytes(root, at=AT)
    verdict = verify_bytes(root, seal)
    assert (verdict.all_codes, verdict.signed_at) == ((), AT)
    assert verify_bytes(bytes(32), seal).all_codes == ("changed",)
    assert verify_bytes(root, b"nothing").all_codes == ("unreadable",)
    assert verify_bytes(root, seal[:-40]).all_codes == ("unreadable",)
    house = HouseSeal()
    assert house.problems(root, house.make(root, AT)) == []
    assert house.problems(bytes(32), seal) != []


def test_keys_are_for_the_house_alone(var: Path) -> None:
    signer_of("mayor", "Мерита Ќерими")
    for path in (var / "authority").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
    assert stat.S_IMODE((var / "authority").stat().st_mode) == 0o700
    with pytest.raises(ValueError, match="cannot name a key"):
        signer_of("../mayor", "x")


def test_a_town_puts_its_own_seal_in(settings: Any, var: Path, tmp_path: Path) -> None:
    signer_of("mayor", "Сопствен печат")
    keys = var / "keys"
    keys.mkdir()
    os.link(var / "authority" / "mayor.p12", keys / "seal.p12")
    os.link(var / "authority" / "passphrase", keys / "seal.pass")
    assert house_seal().name == "Сопствен печат"
    assert verify_bytes(b"a", seal_bytes(b"a", at=AT)).valid


def test_the_authority_is_founded_once() -> None:
    authority.establish("Прва")
    first = authority.roots()
    authority.establish("Втора")
    assert authority.roots() == first
    assert house_seal().name == "Прва (пробен печат)"


def test_the_door_does_not_bring_pyhanko_in() -> None:
    code = (
        "import sys, django; django.setup(); import konak.kernel.signing as s; s.house_seal; s.seal_pdf;"
        " s.verify_pdf; s.seal_bytes; s.Verdict;"
        " print([m for m in ('pyhanko', 'cryptography', 'asn1crypto', 'pikepdf') if m in sys.modules])"
    )
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "konak.house.settings"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.strip() == "[]"


def test_who_runs_a_loop_may_seal_too() -> None:
    import asyncio

    async def both() -> tuple[bytes, bytes]:
        return seal_pdf(paper(), at=AT, reason=""), seal_bytes(b"root", at=AT)

    pdf, beside = aside(lambda: asyncio.run(both()))  # this thread may have a loop of its own (a browser's)
    assert verify_pdf(pdf).valid
    assert verify_bytes(b"root", beside).valid
