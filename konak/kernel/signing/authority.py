"""A test authority for towns without their own certificates: root, issuing authority, time-stamps.

It lives in KONAK_VAR/authority and says in every certificate that it is a test. Its time-stamps bear the
moment that is handed in, so that a story told as of October is stamped in October. Certificates run from a
fixed day: they must hold on every day that a story may tell of, whatever the machine's clock says.
"""

import os
import re
import secrets
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings

if TYPE_CHECKING:
    from cryptography import x509

NOT_BEFORE, NOT_AFTER = datetime(2015, 1, 1, tzinfo=UTC), datetime(2055, 1, 1, tzinfo=UTC)
SAMPLE = "Sample municipality"


def folder() -> Path:
    return Path(settings.VAR) / "authority"


def establish(organisation: str = SAMPLE) -> Path:
    """The authority's folder, made on first call for `organisation`; a later call changes nothing."""
    place = folder()
    if not place.exists():
        draft = place.with_name(f"authority.{uuid4().hex}")
        draft.mkdir(parents=True, mode=0o700)
        _found(draft, organisation)
        try:
            draft.rename(place)
        except OSError:  # another process was first
            shutil.rmtree(draft)
    return place


def seal_name() -> str:
    """What the house seal's certificate is called."""
    return f"{(establish() / 'organisation').read_text()} (пробен печат)"


def issued(code: str, name: str, *, kind: str) -> tuple[Path, Path]:
    """The PKCS#12 file of `code` and the file of its passphrase; issued on first call."""
    if not re.fullmatch(r"[a-z0-9-]{1,60}", code):
        raise ValueError(f"{code!r} cannot name a key")
    place = establish()
    path = place / f"{code}.p12"
    if not path.exists():
        _issue(place, code, name, kind)
    return path, place / "passphrase"


def roots() -> list[bytes]:
    """Certificates (PEM) the house trusts: the test root, and whatever lies in KONAK_VAR/keys/trusted."""
    trusted = sorted((Path(settings.VAR) / "keys" / "trusted").glob("*.pem"))
    test = folder() / "root.pem"
    return [path.read_bytes() for path in [*trusted, test] if path.exists()]


def stamper(at: datetime) -> Any:
    """The time-stamp authority, its clock standing at the aware moment `at`."""
    from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

    certificate, key, others = _clockmaker(establish())
    return DummyTimeStamper(certificate, key, certs_to_embed=others, fixed_dt=at.astimezone(UTC))


@lru_cache(maxsize=4)
def _clockmaker(place: Path) -> tuple[Any, Any, Any]:
    from pyhanko.sign import SimpleSigner

    passphrase = (place / "passphrase").read_text().encode()
    loaded = SimpleSigner.load_pkcs12_data((place / "clock.p12").read_bytes(), [], passphrase=passphrase)
    return loaded.signing_cert, loaded.signing_key, list(loaded.cert_registry)


def _found(place: Path, organisation: str) -> None:
    _write(place / "passphrase", secrets.token_urlsafe(32).encode())
    _write(place / "organisation", organisation.encode())
    root = _certify(place, "root", f"{organisation} (test root)", kind="root")
    from cryptography.hazmat.primitives.serialization import Encoding

    _write(place / "root.pem", root.public_bytes(Encoding.PEM))
    _certify(place, "issuing", f"{organisation} (test authority)", kind="issuing", issuer="root")
    _certify(place, "clock", f"{organisation} (test time-stamps)", kind="clock", issuer="issuing")


def _issue(place: Path, code: str, name: str, kind: str) -> None:
    _certify(place, code, name, kind=kind, issuer="issuing")


def _certify(place: Path, code: str, name: str, *, kind: str, issuer: str = "") -> "x509.Certificate":
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    # pyHanko's own stamper signs with RSA; elliptic keys elsewhere are made in no time
    key: Any = (
        rsa.generate_private_key(65537, 2048) if kind == "clock" else ec.generate_private_key(ec.SECP256R1())
    )
    above = _opened(place, issuer) if issuer else None
    subject = _name(name, (place / "organisation").read_text())
    authority_key, authority_name = (above[0], above[1].subject) if above else (key, subject)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(authority_name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(NOT_AFTER)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key()), critical=False
        )
    )
    for extension, critical in _extensions(kind):
        builder = builder.add_extension(extension, critical=critical)
    certificate = builder.sign(authority_key, hashes.SHA256())
    _save(place, code, key, certificate, [above[1], *above[2]] if above else [])
    return certificate


def _extensions(kind: str) -> list[tuple[Any, bool]]:
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    is_authority = kind in ("root", "issuing")
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    length = {"root": 1, "issuing": 0}.get(kind)
    found: list[tuple[Any, bool]] = [
        (x509.BasicConstraints(ca=is_authority, path_length=length), True),
        (usage, True),
    ]
    if kind == "clock":
        found.append((x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), True))
    return found


def _name(name: str, organisation: str) -> "x509.Name":
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "MK"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "TEST"),
            x509.NameAttribute(NameOID.COMMON_NAME, name[:64]),
        ]
    )


def _opened(place: Path, code: str) -> tuple[Any, "x509.Certificate", Sequence["x509.Certificate"]]:
    from cryptography.hazmat.primitives.serialization import pkcs12

    passphrase = (place / "passphrase").read_bytes()
    key, certificate, others = pkcs12.load_key_and_certificates(
        (place / f"{code}.p12").read_bytes(), passphrase
    )
    if certificate is None:
        raise ValueError(f"{code}.p12 holds no certificate")
    return key, certificate, others


def _save(place: Path, code: str, key: Any, certificate: Any, others: list[Any]) -> None:
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    lock = BestAvailableEncryption((place / "passphrase").read_bytes())
    packed = pkcs12.serialize_key_and_certificates(code.encode(), key, certificate, others, lock)
    _write(place / f"{code}.p12", packed)


def _write(path: Path, content: bytes) -> None:
    """Readable by the house alone, complete or not there."""
    draft = path.with_name(f"{path.name}.{uuid4().hex}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
