"""The poll: what came into a mailbox since the last time, fetched by IMAP as raw bytes.

Nothing there is marked, moved or deleted, unless the house names a folder for what it has kept (`put_away`).
Each mail comes with the mark to keep once it is stored; whoever is cut off begins again after the last mark kept.
"""

import base64
import imaplib
import re
import ssl
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal

MAX = 64 << 20
_TRIES = 3  # connections in a row that bring nothing
_AT_ONCE = 4 << 20
_ASKED = "(UID INTERNALDATE RFC822.SIZE)"
_BROKEN = (imaplib.IMAP4.abort, OSError)


class Unreachable(Exception):
    """The mail server does not answer, or breaks off each time."""


class NoEntry(Exception):
    """The mail server answers and does not let us in, or has no such folder: somebody must look at it."""


@dataclass(frozen=True)
class Account:
    """Where a mailbox is and how to enter it. `security` „plain“ is for loopback alone."""

    host: str
    user: str
    password: str = field(repr=False)
    port: int = 993
    folder: str = "INBOX"
    security: Literal["tls", "starttls", "plain"] = "tls"
    authority: str = ""  # file of certificates to trust instead of the machine's
    timeout: float = 30


@dataclass(frozen=True)
class Mark:
    """How far a folder is read: the last UID under this UIDVALIDITY; another validity begins anew."""

    validity: int = 0
    last: int = 0


@dataclass(frozen=True)
class Fetched:
    """A mail as it lies there. `whole` is False for one larger than the limit, of which only the headers came."""

    raw: bytes = field(repr=False)
    size: int
    arrived: datetime | None
    mark: Mark
    whole: bool = True


def fetch(
    account: Account, mark: Mark, *, limit: int = MAX, most: int = 500, at_once: int = _AT_ONCE
) -> Iterator[Fetched]:
    """The mails after `mark`, the oldest first, at most `most` of them, each fetched when it is asked for.

    Keep a mail's bytes, then its `mark`; both before the next is asked for. A broken connection is made anew and
    goes on, also within a large mail, of which `at_once` bytes come at a time. `NoEntry` and `Unreachable` say
    why nothing more comes.
    """
    tries, told, half = 0, 0, _Half(limit, at_once)
    while told < most:
        try:
            with _entered(account) as box:
                for mail in _new(box, account, mark, half, most - told):
                    mark, tries, told = mail.mark, 0, told + 1
                    yield mail
                return
        except _BROKEN as broken:
            tries = 1 if half.moved() else tries + 1
            if tries >= _TRIES:
                raise Unreachable(f"{account.host}:{account.port}: {broken}") from broken


def put_away(account: Account, validity: int, uids: Sequence[int], folder: str) -> bool:
    """Move mails that are kept to another folder of the mailbox, made if need be; False when `validity` is past.

    A server that cannot move gets a copy and a mark of deletion, and deletes only these, if it can do that alone.
    """
    try:
        with _entered(account) as box:
            if _opened(box, account.folder, readonly=False) != validity or not uids:
                return not uids
            box.create(_quoted(folder))
            some = ",".join(str(uid) for uid in uids)
            if "MOVE" in box.capabilities:
                _right(box.uid("MOVE", some, _quoted(folder)))
                return True
            _right(box.uid("COPY", some, _quoted(folder)))
            _right(box.uid("STORE", some, "+FLAGS.SILENT", r"(\Deleted)"))
            if "UIDPLUS" in box.capabilities:
                _right(box.uid("EXPUNGE", some))
            return True
    except _BROKEN as broken:
        raise Unreachable(f"{account.host}:{account.port}: {broken}") from broken


def _entered(account: Account) -> imaplib.IMAP4:
    """A connection that is let in; the caller closes it."""
    box = None
    try:
        context = ssl.create_default_context(cafile=account.authority or None)
        box = _connected(account, context)
        if account.security == "starttls":
            box.starttls(context)
        if "AUTH=PLAIN" in box.capabilities:  # passwords may be in any letters
            plain = f"\0{account.user}\0{account.password}".encode()
            box.authenticate("PLAIN", lambda _: plain)
        else:
            box.login(account.user, account.password)
        box.capabilities = tuple(_words(_right(box.capability())).upper().split())  # more is told inside
    except (imaplib.IMAP4.error, OSError, UnicodeError) as fault:
        if box:
            with suppress(OSError):
                box.shutdown()
        if isinstance(fault, _BROKEN) and not isinstance(fault, ssl.SSLCertVerificationError):
            raise
        raise NoEntry(f"{account.host}: {fault}") from fault
    return box


def _connected(account: Account, context: ssl.SSLContext) -> imaplib.IMAP4:
    where = account.host, account.port
    if account.security == "tls":
        return imaplib.IMAP4_SSL(*where, ssl_context=context, timeout=account.timeout)
    return imaplib.IMAP4(*where, timeout=account.timeout)


def _opened(box: imaplib.IMAP4, folder: str, *, readonly: bool) -> int:
    """The UIDVALIDITY of the folder, which is open from now on."""
    code, said = box.select(_quoted(folder), readonly=readonly)
    if code != "OK":
        raise NoEntry(f"{folder}: {_words(said)}")
    return int(box.response("UIDVALIDITY")[1][0] or 0)


class _Half:
    """A mail of which a part has come, kept while the connection is made anew."""

    def __init__(self, limit: int, at_once: int) -> None:
        self.limit, self.at_once = limit, at_once
        self.mark, self.data, self.before = Mark(), bytearray(), 0

    def moved(self) -> bool:
        """Whether more of it has come since the last question."""
        more, self.before = len(self.data) > self.before, len(self.data)
        return more

    def whole(self, box: imaplib.IMAP4, mark: Mark) -> bytes | None:
        """The mail, also where the server is wrong about its size; None when it is gone, or beyond the limit."""
        if mark != self.mark:
            self.mark, self.data, self.before = mark, bytearray(), 0
        while len(self.data) <= self.limit:
            part = f"(UID BODY.PEEK[]<{len(self.data)}.{self.at_once}>)"
            found = _answer(_right(box.uid("FETCH", str(mark.last), part)), mark.last)
            if found is None:
                return None
            self.data += found[1]
            if len(found[1]) < self.at_once:
                return bytes(self.data)
        return None


def _new(box: imaplib.IMAP4, account: Account, mark: Mark, half: _Half, most: int) -> Iterator[Fetched]:
    validity = _opened(box, account.folder, readonly=True)
    last = mark.last if mark.validity == validity else 0
    found = _right(box.uid("SEARCH", "UID", f"{last + 1}:*"))
    uids = sorted({int(uid) for line in found if line for uid in line.split()})
    for uid in [uid for uid in uids if uid > last][:most]:  # n:* names the last mail even when it is older
        about = _answer(_right(box.uid("FETCH", str(uid), _ASKED)), uid)
        if about is None:  # taken away meanwhile
            continue
        size = int(_said(rb"RFC822\.SIZE (\d+)", about[0]) or 0)
        here = Mark(validity, uid)
        raw = half.whole(box, here) if size <= half.limit else None
        if raw is not None:
            yield Fetched(raw, size, _moment(about[0]), here)
        elif top := _answer(_right(box.uid("FETCH", str(uid), "(UID BODY.PEEK[HEADER])")), uid):
            yield Fetched(top[1], size, _moment(about[0]), here, whole=False)


def _answer(data: Sequence[Any], uid: int) -> tuple[bytes, bytes] | None:
    """(the words, the literal) of the answer about this mail; servers also tell of others in between."""
    words, literal = b"", b""
    for item in [*data, b"1 ("]:
        first, second = item if isinstance(item, tuple) else (item or b"", b"")
        if re.match(rb"\d+ \(", first):
            if re.search(rb"\bUID %d\b" % uid, words):
                return words, literal or _short(words)
            words, literal = b"", b""
        words, literal = words + first, literal + second
    return None


def _short(words: bytes) -> bytes:
    """A text so short that the server sent it in quotes."""
    return re.sub(rb"\\(.)", rb"\1", _said(rb'BODY\[[^\]]*\](?:<\d+>)? "((?:\\.|[^"\\])*)"', words))


def _said(pattern: bytes, words: bytes) -> bytes:
    found = re.search(pattern, words)
    return found[1] if found else b""


def _moment(words: bytes) -> datetime | None:
    written = _said(rb'INTERNALDATE "([^"]*)"', words).decode("ascii", "replace")
    try:
        return parsedate_to_datetime(written.replace("-", " ", 2)) if written else None
    except ValueError:
        return None


def _right(answered: tuple[str, Sequence[Any]]) -> Sequence[Any]:
    """The data of an answer that says OK; one that says no breaks this connection off."""
    code, data = answered
    if code != "OK":
        raise imaplib.IMAP4.abort(_words(data))
    return data


def _words(data: Sequence[Any]) -> str:
    return b" ".join(item for item in data if isinstance(item, bytes)).decode("utf-8", "replace")[:2000]


def _quoted(folder: str) -> str:
    """A folder's name as the protocol writes it: in quotes, other letters than ASCII in UTF-7 of its own kind."""
    coded = re.sub(r"&|[^\x20-\x7e]+", _seven, folder)
    return '"' + coded.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _seven(letters: re.Match[str]) -> str:
    if letters[0] == "&":
        return "&-"
    return "&" + base64.b64encode(letters[0].encode("utf-16-be"), b"+,").rstrip(b"=").decode() + "-"
