"""Signatures and seals: PAdES on PDF, CMS beside anything else, always with a time-stamp (RFC 3161).

Whatever holds a key is a `Signer`. A town puts its own seal at KONAK_VAR/keys/seal.p12 (see `house_seal`);
until then an openly named test authority issues one (`konak.kernel.signing.authority`). pyHanko is heavy
and is only imported where something is signed or verified.
"""

from typing import TYPE_CHECKING

from konak.kernel import opens

if TYPE_CHECKING:
    from .beside import HouseSeal, seal_bytes, verify_bytes
    from .keys import Pkcs12, Signer, house_seal, signer_of
    from .sealing import Place, seal_pdf, sign_pdf
    from .verdict import Signature, Verdict
    from .verifying import verify_pdf
else:
    __getattr__ = opens(
        __name__,
        {
            "HouseSeal": "beside",
            "Pkcs12": "keys",
            "Place": "sealing",
            "Signature": "verdict",
            "Signer": "keys",
            "Verdict": "verdict",
            "house_seal": "keys",
            "seal_bytes": "beside",
            "seal_pdf": "sealing",
            "sign_pdf": "sealing",
            "signer_of": "keys",
            "verify_bytes": "beside",
            "verify_pdf": "verifying",
        },
    )

__all__ = [
    "HouseSeal",
    "Pkcs12",
    "Place",
    "Signature",
    "Signer",
    "Verdict",
    "house_seal",
    "seal_bytes",
    "seal_pdf",
    "sign_pdf",
    "signer_of",
    "verify_bytes",
    "verify_pdf",
]
