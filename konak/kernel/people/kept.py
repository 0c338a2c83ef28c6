"""What a clerk had typed when the sign-in expired or the house fell ill: shown again, never sent by itself.

It travels as one hidden field that only this house can read (a stranger's text takes no room in our
database), and comes back to the account it was typed by and to no other. Every form says whose it is by
`whose`, signed, because after the sign-in expired nothing else knows it.
"""

import json
import zlib
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

from .cipher import cipher

PURPOSE = "kept words"
SESSION = "konak_kept"
FIELD, WHOSE = "kept", "whose"
LIMIT = 400_000  # characters; a longer text could not come back through one form field
LEFT_OUT = ("csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2", "look")


@dataclass(frozen=True)
class Kept:
    """The posted fields of one page, and the names of files that have to be chosen again."""

    path: str
    account: int
    fields: QueryDict
    files: tuple[str, ...]


def whose(account: Any) -> str:
    """What a form carries to say who is filling it in; empty for strangers."""
    return signing.Signer(salt=PURPOSE).sign(str(account.pk)) if account.is_authenticated else ""


def seal(request: HttpRequest) -> str:
    """The posted fields as one text; empty when nothing is worth keeping, nobody's, or too long.

    A text that was sealed before and is only passed on stays what it is.
    """
    try:
        fields = request.POST.copy()
    except (OSError, SuspiciousOperation, MultiPartParserError):  # it never arrived whole
        return ""
    if opened(fields.get(FIELD, "")):
        return str(fields[FIELD])
    try:
        account = int(signing.Signer(salt=PURPOSE).unsign(fields.pop(WHOSE, [""])[-1]))
    except signing.BadSignature:
        return ""
    for name in LEFT_OUT:
        fields.pop(name, None)
    files = [file.name for name in request.FILES for file in request.FILES.getlist(name)]
    content = [request.get_full_path(), account, fields.urlencode(), files]
    sealed = str(cipher(PURPOSE).encrypt(zlib.compress(json.dumps(content).encode())).decode())
    return sealed if len(sealed) <= LIMIT else ""


def opened(sealed: str) -> Kept | None:
    """What was sealed; None for a text that this house did not seal."""
    from cryptography.fernet import InvalidToken

    try:
        path, account, fields, files = json.loads(zlib.decompress(cipher(PURPOSE).decrypt(sealed.encode())))
    except InvalidToken:
        return None
    return Kept(path, account, QueryDict(fields, mutable=True), tuple(files))


def path_of(sealed: str) -> str:
    """The page the text belongs to; empty for a text that this house did not seal."""
    found = opened(sealed)
    return found.path if found else ""


def remember(request: HttpRequest, sealed: str, account: Any) -> bool:
    """The session keeps the text from here on, if it is this account's; False when it is somebody else's."""
    found = opened(sealed)
    if found and found.account == account.pk:
        request.session[SESSION] = sealed
    return found is None or found.account == account.pk


def take_kept(request: HttpRequest) -> Kept | None:
    """What was typed on this page before the sign-in expired, once; None on every other page."""
    sealed = request.session.get(SESSION, "") if hasattr(request, "session") else ""
    found = opened(sealed) if sealed else None
    if found is None or found.path != request.get_full_path() or found.account != request.user.pk:
        return None
    del request.session[SESSION]
    return found
