"""What verification says, as data and as sentences."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: dict[str, Promise | str] = {
    "unsigned": _("The document bears no signature."),
    "unreadable": _("The document cannot be read as a signed PDF."),
    "too heavy": _("The document could not be verified within the time and memory allowed."),
    "changed": _("The document was changed after it was signed."),
    "forged": _("The signature does not belong to the certificate in it."),
    "stranger": _("The certificate was not issued by an authority that the house trusts."),
    "no stamp": _("The signature has no valid time-stamp, so the moment of signing is not proven."),
    "added": _("Something was added after the signature that a signed document may not receive."),
}


@dataclass(frozen=True)
class Signature:
    """One signature: whose, when (proven by time-stamp), and codes of what is wrong (keys of SAID)."""

    field: str
    signer: str
    signed_at: datetime | None
    codes: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        return tuple(str(SAID[code]) for code in self.codes)


@dataclass(frozen=True)
class Verdict:
    """All signatures of a document, oldest first, and whether one may rely on it."""

    signatures: tuple[Signature, ...] = ()
    codes: tuple[str, ...] = field(default=())

    @property
    def all_codes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.codes, *(c for s in self.signatures for c in s.codes)]))

    @property
    def problems(self) -> tuple[str, ...]:
        """Every problem once, as a sentence in the reader's language."""
        return tuple(str(SAID[code]) for code in self.all_codes)

    @property
    def intact(self) -> bool:
        """Signed, and unchanged since."""
        return bool(self.signatures) and not {"changed", "forged", "added"} & set(self.all_codes)

    @property
    def trusted(self) -> bool:
        """Every certificate is shown to come from an authority that the house trusts."""
        return bool(self.signatures) and not {"changed", "forged", "stranger"} & set(self.all_codes)

    @property
    def valid(self) -> bool:
        """Nothing at all is wrong."""
        return bool(self.signatures) and not self.all_codes

    @property
    def signer(self) -> str:
        return self.signatures[-1].signer if self.signatures else ""

    @property
    def signed_at(self) -> datetime | None:
        return self.signatures[-1].signed_at if self.signatures else None


def from_answer(found: dict[str, Any] | None) -> Verdict:
    """The verdict of what the confined child found; None is a child that did not live to say."""
    if found is None:
        return Verdict(codes=("too heavy",))
    signatures = tuple(
        Signature(
            one["field"],
            one["signer"],
            datetime.fromisoformat(one["signed_at"]) if one["signed_at"] else None,
            tuple(one["codes"]),
        )
        for one in found["signatures"]
    )
    return Verdict(signatures, tuple(found["codes"]))
