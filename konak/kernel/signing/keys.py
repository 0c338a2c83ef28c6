"""Who holds a key. One interface; a PKCS#12 file is its first kind, a smart card may be the next."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings

from . import authority


class Signer(Protocol):
    """A key with its certificate, and whose clock stamps what it signs."""

    @property
    def name(self) -> str:
        """Common name of the certificate's owner."""
        ...

    def key(self) -> Any:
        """The key as a `pyhanko.sign.Signer`."""
        ...

    def stamper(self, at: datetime) -> Any:
        """The time-stamp authority as a `pyhanko.sign.timestamps.TimeStamper`; `at` is the aware moment."""
        ...


@dataclass(frozen=True)
class Pkcs12:
    """A key in a PKCS#12 file; its passphrase in a file beside, both readable by the house alone."""

    path: Path
    passphrase: Path

    @property
    def name(self) -> str:
        return str(self.key().subject_name)

    def key(self) -> Any:
        return _open(self.path, self.passphrase, self.path.stat().st_mtime_ns)

    def stamper(self, at: datetime) -> Any:
        return authority.stamper(at)


@lru_cache(maxsize=16)
def _open(path: Path, passphrase: Path, _changed: int) -> Any:
    from pyhanko.sign import SimpleSigner

    secret = passphrase.read_text().strip().encode()
    return SimpleSigner.load_pkcs12_data(path.read_bytes(), other_certs=[], passphrase=secret)


def house_seal() -> Pkcs12:
    """The municipality's seal: its own (KONAK_VAR/keys/seal.p12, seal.pass), else the test authority's."""
    own = Path(settings.VAR) / "keys" / "seal.p12"
    if own.exists():
        return Pkcs12(own, own.with_suffix(".pass"))
    return Pkcs12(*authority.issued("seal", authority.seal_name(), kind="seal"))


def signer_of(code: str, name: str) -> Pkcs12:
    """A person's key: KONAK_VAR/keys/<code>.p12 if there is one, else issued by the test authority.

    `code` tells keys apart (letters, digits, hyphens), `name` is the owner as the certificate calls them.
    """
    own = Path(settings.VAR) / "keys" / f"{code}.p12"
    if own.exists():
        return Pkcs12(own, own.with_suffix(".pass"))
    return Pkcs12(*authority.issued(code, name, kind="person"))
