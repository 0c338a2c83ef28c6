"""The machine's side of the house: everything a machine may set, in one table. Nothing of the town.

Imports without Django, database or secrets; `konak doctor` prints the table.
"""

import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

BASE = Path(__file__).resolve().parent.parent.parent


class Variable(NamedTuple):
    """One thing a machine may set. `hidden` values are never printed."""

    name: str
    default: str
    meaning: str
    hidden: bool = False


TABLE = (
    Variable("KONAK_VAR", str(BASE / "var"), "folder of the data: database, files, keys, generated secret"),
    Variable("KONAK_DATABASE", "", "postgresql://user:password@host:port/name; empty: SQLite", True),
    Variable("KONAK_ADDRESS", "http://127.0.0.1:8000", "address people type; https turns on secure cookies"),
    Variable("KONAK_SECRET", "", "secret that signs sessions; empty: generated once into KONAK_VAR", True),
    Variable(
        "KONAK_MAIL",
        "",
        "smtp://user:password@host:port (or smtps, smtp+tls); empty: a folder",
        True,
    ),
    Variable("KONAK_MAIL_FROM", "konak@localhost", "sender of the house's mail"),
    Variable("KONAK_THREADS", "8", "requests served at the same time; SQLite likes no more than 8 writers"),
    Variable("KONAK_FILE_LIMIT", str(100 << 20), "largest file taken in, in bytes"),
    Variable("KONAK_CLOCK", "", "sample towns only: the moment the house starts at, 2026-10-13T08:00"),
)


def read(name: str) -> str:
    """The value of a variable of the table; its default when the machine says nothing."""
    variable = next(variable for variable in TABLE if variable.name == name)
    return os.environ.get(name) or variable.default


def var() -> Path:
    """The folder of the data."""
    return Path(read("KONAK_VAR")).resolve()


def secret() -> str:
    """The secret of this house; before the first `konak migrate`, one for this process alone."""
    kept = var() / "secret"
    return read("KONAK_SECRET") or (kept.read_text() if kept.exists() else secrets.token_urlsafe(48))


def keep_secret() -> None:
    """Write a secret once; the first process to come decides."""
    var().mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(var() / "secret", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's description of the database at `url`; without one, SQLite in `folder`."""
    if not url:
        return {
            "ENGINE": "konak.house.sqlite",
            "NAME": folder / "konak.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError(f"KONAK_DATABASE: {parts.scheme!r} is no database the house knows; postgresql is")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # after the server was away, the pool holds only dead connections
        "OPTIONS": {
            # sentences that are said often are planned once
            "server_side_binding": True,
            "prepare_threshold": 3,
            # a lost server is told within seconds, and looked for anew by whoever comes next
            "pool": {
                "min_size": 1,
                "max_size": int(read("KONAK_THREADS")) + 2,
                "timeout": 3,
                "reconnect_timeout": 1,
            },
        },
    }


def stands() -> bool:
    """Whether there is a house already: a database at an address, or one in the folder of the data."""
    kept = var() / "konak.sqlite3"
    return bool(read("KONAK_DATABASE")) or (kept.exists() and kept.stat().st_size > 0)


def mail(url: str, folder: Path) -> dict[str, Any]:
    """Django's mail settings for `url`; without one, letters are laid into `folder`/mail."""
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": str(folder / "mail"),
        }
    parts = urlsplit(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_TIMEOUT": 20,
    }
