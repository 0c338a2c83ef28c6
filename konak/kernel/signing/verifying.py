"""Verify a PDF's signatures. Strangers' files are opened in a confined child, never in the web process."""

import io
import json
from datetime import datetime
from typing import Any

from konak.kernel import confined

from . import authority
from .verdict import Verdict, from_answer

SECONDS, MEMORY = 30, 1 << 30


def verify_pdf(pdf: bytes) -> Verdict:
    """Who signed, when, and whether it still holds; certificates are judged as of the time-stamp.

    Revocation is not asked for (no network); a stamp proves only that the signature existed at its moment.
    """
    trusted = json.dumps([root.decode() for root in authority.roots()])
    found = confined("konak.kernel.signing.verifying", pdf, trusted, seconds=SECONDS, memory=MEMORY)
    return from_answer(found)


def answer(pdf: bytes, trusted: str) -> dict[str, Any]:
    """In the child: signatures with codes (see `verdict.SAID`), as JSON."""
    import logging

    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.disable(logging.CRITICAL)
    roots = certificates([root.encode() for root in json.loads(trusted)])
    try:
        reader = PdfFileReader(io.BytesIO(pdf), strict=False)
        signatures = list(reader.embedded_regular_signatures)
    except MemoryError:
        raise
    except Exception:  # a stranger's file may break the reader in any way
        return {"codes": ["unreadable"], "signatures": []}
    return {
        "codes": [] if signatures else ["unsigned"],
        "signatures": [_one(signature, roots) for signature in signatures],
    }


def certificates(pems: list[bytes]) -> list[Any]:
    from asn1crypto import pem, x509

    found = []
    for chain in pems:
        found += [x509.Certificate.load(der) for _kind, _headers, der in pem.unarmor(chain, multiple=True)]
    return found


def context(roots: list[Any], moment: datetime | None) -> Any:
    """What pyHanko needs to judge certificates as of `moment`."""
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)


def stamped_at(signer_info: Any) -> datetime | None:
    """The moment that a signature's time-stamp names; to be believed only once the stamp is verified."""
    for attribute in signer_info["unsigned_attrs"] or []:
        if attribute["type"].native == "signature_time_stamp_token":
            token = attribute["values"][0]["content"]["encap_content_info"]["content"].parsed
            moment: datetime = token["gen_time"].native
            return moment
    return None


def judge(status: Any) -> list[str]:
    """Codes of what is wrong with a signature, from pyHanko's status of it."""
    stamp = status.timestamp_validity
    codes = []
    if not status.intact:
        codes.append("changed")
    elif not status.valid:
        codes.append("forged")
    elif not status.trusted:  # pyHanko looks at the certificate only when the rest holds
        codes.append("stranger")
    if stamp is None or not (stamp.valid and stamp.intact and stamp.trusted):
        codes.append("no stamp")
    return codes


def _one(signature: Any, roots: list[Any]) -> dict[str, Any]:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    moment = None
    try:
        signer = _owner(signature.signer_cert)
        moment = stamped_at(signature.signer_info)
        judged = context(roots, moment)
        status = validate_pdf_signature(signature, judged, judged)
    except MemoryError:
        raise
    except Exception:  # likewise
        return {"field": signature.field_name, "signer": "", "signed_at": None, "codes": ["unreadable"]}
    codes = judge(status)
    whole = status.coverage and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    if not whole or status.modification_level == ModificationLevel.OTHER or status.docmdp_ok is False:
        codes.append("added")
    proven = moment.isoformat() if moment and "no stamp" not in codes else None
    return {"field": signature.field_name, "signer": signer, "signed_at": proven, "codes": codes}


def _owner(certificate: Any) -> str:
    return str(certificate.subject.native.get("common_name", certificate.subject.human_friendly))
