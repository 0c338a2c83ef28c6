"""Sign and seal PDFs: PAdES B-T, written after the end of the file, so that earlier signatures stay whole."""

import io
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from .aside import aside
from .keys import Signer, house_seal

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


@dataclass(frozen=True)
class Place:
    """Where a signature shows: page (from 0), left, bottom, right, top in points; `look` a one-page PDF."""

    page: int
    box: tuple[int, int, int, int]
    look: bytes


def seal_pdf(pdf: bytes, *, at: datetime, reason: str, signer: Signer | None = None) -> bytes:
    """The PDF with the municipality's seal and a time-stamp of the aware moment `at`."""
    return _signed(pdf, signer or house_seal(), at, reason, "Seal", None)


def sign_pdf(
    pdf: bytes, signer: Signer, *, at: datetime, reason: str = "", place: Place | None = None
) -> bytes:
    """The PDF with a person's signature and a time-stamp of the aware moment `at`; seen only with `place`."""
    return _signed(pdf, signer, at, reason, "Signature", place)


def _signed(pdf: bytes, signer: Signer, at: datetime, reason: str, kind: str, place: Place | None) -> bytes:
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

    writer = _writer(pdf, at)
    number = 1 + sum(1 for _ in writer.prev.embedded_signatures)
    field = f"{kind}{number}"
    spec = SigFieldSpec(
        field,
        on_page=place.page if place else 0,
        box=place.box if place else None,
        readable_field_name=f"{kind} {number}: {signer.name}",
        # outside the page: PDF/UA wants every annotation on it tagged, PDF/A forbids hidden ones
        invis_sig_settings=InvisSigSettings(set_print_flag=True, box_out_of_bounds=True),
    )
    meta = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        reason=reason or None,
        name=signer.name,
        subfilter=SigSeedSubFilter.PADES,
    )
    out = io.BytesIO()
    with NamedTemporaryFile(suffix=".pdf") as look:  # pyHanko takes an appearance by its path only
        look.write(place.look if place else b"")
        look.flush()
        pdf_signer = _signer_at(at)(
            meta,
            signer.key(),
            timestamper=signer.stamper(at),
            new_field_spec=spec,
            stamp_style=_style(look.name) if place else None,
        )
        aside(partial(pdf_signer.sign_pdf, writer, output=out))
    return out.getvalue()


def _writer(pdf: bytes, at: datetime) -> "IncrementalPdfFileWriter":
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.metadata.model import DocumentMetadata

    class At(DocumentMetadata):
        """The day of change is the story's; pyHanko would write the machine's."""

        last_modified = property(lambda self: at, lambda self, value: None)

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf), strict=False)
    writer._meta = At()
    return writer


def _signer_at(at: datetime) -> Any:
    from pyhanko.sign.signers.pdf_signer import PdfSigner

    class PdfSignerAt(PdfSigner):
        """Signs as of the moment that was handed in; pyHanko asks the machine's clock."""

        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = at
            return session

    return PdfSignerAt


def _style(look: str) -> Any:
    from pyhanko.pdf_utils.content import ImportedPdfPage
    from pyhanko.stamp import StaticStampStyle

    return StaticStampStyle(
        background=ImportedPdfPage(look),  # type: ignore[no-untyped-call]
        background_opacity=1,
        border_width=0,
    )
