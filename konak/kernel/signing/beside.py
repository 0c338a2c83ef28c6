"""Seals that stand beside what they seal: detached CMS with the time-stamp inside (CAdES-T)."""

from datetime import datetime
from functools import partial

from .aside import aside
from .keys import Signer, house_seal
from .verdict import Signature, Verdict


def seal_bytes(data: bytes, *, at: datetime, signer: Signer | None = None) -> bytes:
    """The seal of `data` as CMS (DER): signature, certificates, and the RFC 3161 stamp of the moment `at`."""
    import asyncio

    from pyhanko.sign.ades.api import CAdESSignedAttrSpec
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    holder = signer or house_seal()
    attributes = PdfCMSSignedAttributes(signing_time=at, cades_signed_attrs=CAdESSignedAttrSpec())
    signing = holder.key().async_sign_general_data(
        data,
        "sha256",
        detached=True,
        use_cades=True,
        timestamper=holder.stamper(at),
        signed_attr_settings=attributes,
    )
    return bytes(aside(partial(asyncio.run, signing)).dump())


def verify_bytes(data: bytes, seal: bytes) -> Verdict:
    """Whether `seal` is a seal of exactly these bytes, whose, and when."""
    import asyncio

    from asn1crypto import cms
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms

    from .authority import roots
    from .verifying import certificates, context, judge, stamped_at

    try:
        signed = cms.ContentInfo.load(seal)["content"]
        moment = stamped_at(signed["signer_infos"][0])
        judged = context(certificates(roots()), moment)
        status = aside(partial(asyncio.run, async_validate_detached_cms(data, signed, judged, judged)))
    except (ValueError, TypeError, KeyError, IndexError):
        return Verdict(codes=("unreadable",))
    codes = judge(status)
    name = str(status.signing_cert.subject.native.get("common_name", ""))
    return Verdict((Signature("", name, None if "no stamp" in codes else moment, tuple(codes)),))


class HouseSeal:
    """The house seal as the journal wants it: made over a digest, and later what is wrong with it."""

    def make(self, digest: bytes, at: datetime) -> bytes:
        return seal_bytes(digest, at=at)

    def problems(self, digest: bytes, seal: bytes) -> list[str]:
        return [str(problem) for problem in verify_bytes(digest, seal).problems]
