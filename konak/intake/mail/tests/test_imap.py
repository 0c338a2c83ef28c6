"""The poll against a real mail server (pymap, in a process of its own), also over a line that breaks."""

import datetime as dt
import imaplib
import ipaddress
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from konak.intake.mail.imap import Account, Mark, NoEntry, Unreachable, _answer, _quoted, fetch, put_away
from tests.browser import free_port

from .letters import forwarded, raw

KEPT = "Заведено & чувано"
LETTERS = [
    raw("From: a@example.mk\nSubject: 1", "Прво"),
    forwarded().replace(b"\n", b"\r\n"),
    raw("Subject: 3", "b" * 50_000),
]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of 127.0.0.1 and its key in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    day = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(day - dt.timedelta(days=1))
        .not_valid_after(day + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


@contextmanager
def server(*words: str) -> Iterator[int]:
    """The port of a running server with one mailbox, whose password is hashed fewer times than it should be."""
    port = free_port()
    start = "from pysasl.hashing import BuiltinHash; BuiltinHash.__init__.__kwdefaults__['rounds'] = 1000; "
    start += "from pymap.main import main; main()"
    where = ["--host", "127.0.0.1", "--port", str(port), *words]
    user = ["dict", "--demo-user", "pisarnica", "--demo-password", "лозинка"]
    with subprocess.Popen([sys.executable, "-c", start, *where, *user], stdout=subprocess.DEVNULL) as process:
        try:
            until = time.monotonic() + 20
            while not listening(port):
                assert process.poll() is None
                assert time.monotonic() < until
                time.sleep(0.02)
            yield port
        finally:
            process.terminate()


def listening(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


@pytest.fixture(scope="module")
def served(certificate: Path) -> Iterator[int]:
    """A server that asks for TLS before anybody may enter."""
    with server("--cert", str(certificate), "--key", str(certificate)) as port:
        yield port


@pytest.fixture
def account(served: int, certificate: Path, request: pytest.FixtureRequest) -> Account:
    """A folder of this test's own with three letters."""
    where = Account(
        "127.0.0.1", "pisarnica", "лозинка", served, request.node.name[-40:], "starttls", str(certificate)
    )
    with entered(where) as box:
        box.create(_quoted(where.folder))
        for letter in LETTERS:
            box.append(_quoted(where.folder), "", '"12-Oct-2026 09:00:00 +0200"', letter)
    return where


@contextmanager
def entered(account: Account) -> Iterator[imaplib.IMAP4]:
    """Another client of the same mailbox."""
    box = imaplib.IMAP4(account.host, account.port)
    box.starttls(ssl.create_default_context(cafile=account.authority))
    box.authenticate("PLAIN", lambda _: f"\0{account.user}\0{account.password}".encode())
    with box:
        yield box


def lying_in(account: Account, folder: str = "") -> list[bytes]:
    """The flags and sizes of what lies in a folder, as another client sees it."""
    with entered(account) as box:
        box.select(_quoted(folder or account.folder), readonly=True)
        return [line for line in box.fetch("1:*", "(FLAGS RFC822.SIZE)")[1] if line]


class Line:
    """A line between client and server that breaks after so many bytes of the server's, once for each number."""

    def __init__(self, port: int, *breaks: int, tls: ssl.SSLContext | None = None) -> None:
        self.to, self.breaks, self.tls, self.opened = port, list(breaks), tls, 0
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.answer, daemon=True).start()

    def answer(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.door.accept()
                self.opened += 1
                far = socket.create_connection(("127.0.0.1", self.to))
                if self.tls:
                    near = self.tls.wrap_socket(near, server_side=True)
                left = self.breaks.pop(0) if self.breaks else 1 << 40
                threading.Thread(target=self.carry, args=(near, far, 1 << 40), daemon=True).start()
                threading.Thread(target=self.carry, args=(far, near, left), daemon=True).start()

    def carry(self, source: socket.socket, target: socket.socket, left: int) -> None:
        with suppress(OSError):
            while left > 0 and (piece := source.recv(min(left, 1 << 14))):
                target.sendall(piece)
                left -= len(piece)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.door.close()


def test_what_is_new_comes_once_and_stays_as_it_was(account: Account) -> None:
    before = lying_in(account)
    mails = list(fetch(account, Mark()))
    assert [mail.raw for mail in mails] == LETTERS
    assert [mail.size for mail in mails] == [len(letter) for letter in LETTERS]
    assert {mail.arrived for mail in mails} == {dt.datetime(2026, 10, 12, 7, tzinfo=dt.UTC)}
    assert list(fetch(account, mails[-1].mark)) == []
    assert [mail.raw for mail in fetch(account, mails[0].mark)] == LETTERS[1:]
    assert [mail.raw for mail in fetch(account, Mark(), most=2)] == LETTERS[:2]
    assert lying_in(account) == before
    with entered(account) as box:
        box.append(_quoted(account.folder), "", "", b"Subject: 4\r\n\r\n")
    assert [mail.raw for mail in fetch(account, mails[-1].mark)] == [b"Subject: 4\r\n\r\n"]


def test_a_folder_made_anew_is_read_anew(account: Account) -> None:
    mark = list(fetch(account, Mark()))[-1].mark
    past = Mark(mark.validity + 1, mark.last)
    assert [mail.raw for mail in fetch(account, past)] == LETTERS
    assert put_away(account, past.validity, [1, 2], KEPT) is False
    assert len(lying_in(account)) == 3


def test_a_mail_too_large_comes_by_its_headers(account: Account) -> None:
    mails = list(fetch(account, Mark(), limit=20_000))
    assert [mail.whole for mail in mails] == [True, True, False]
    assert (mails[2].raw, mails[2].size) == (b"Subject: 3\r\n\r\n", len(LETTERS[2]))


def test_only_what_the_house_names_is_moved(account: Account) -> None:
    mails = list(fetch(account, Mark()))
    assert put_away(account, mails[0].mark.validity, [mail.mark.last for mail in mails[:2]], KEPT)
    assert [mail.raw for mail in fetch(account, Mark())] == LETTERS[2:]
    assert [mail.raw for mail in fetch(replace(account, folder=KEPT), Mark())][-2:] == LETTERS[:2]
    assert put_away(account, mails[0].mark.validity, [], KEPT)


@pytest.mark.parametrize("breaks", [(900,), (2_000, 3_000), (10_000, 10_000)])
def test_a_line_that_breaks_is_made_anew(account: Account, breaks: tuple[int, ...], served: int) -> None:
    """Whatever the break cuts, every letter comes once and in order; the last is in the middle of the third."""
    with closing(Line(served, *breaks)) as line:
        mails = list(fetch(replace(account, port=line.port), Mark()))
        assert [mail.raw for mail in mails] == LETTERS
        assert line.opened >= 2


def test_a_large_mail_comes_piece_by_piece(account: Account, served: int) -> None:
    """No line lasts for the third letter; each brings some of it."""
    with closing(Line(served, *[16_000] * 20)) as line:
        mails = list(fetch(replace(account, port=line.port), Mark(), at_once=4_000))
        assert [mail.raw for mail in mails] == LETTERS
        assert line.opened > 3


def test_a_line_that_always_breaks_is_told(account: Account, served: int) -> None:
    with closing(Line(served, 300, 300, 300)) as line, pytest.raises(Unreachable):
        list(fetch(replace(account, port=line.port), Mark()))
    assert line.opened == 3
    with pytest.raises(Unreachable):
        list(fetch(replace(account, port=free_port()), Mark()))
    with pytest.raises(Unreachable):
        put_away(replace(account, port=free_port()), 1, [1], KEPT)


def test_from_the_first_byte_in_tls_or_without_any(certificate: Path) -> None:
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(certificate)
    with server("--no-tls") as port, closing(Line(port, tls=tls)) as line:
        inside = Account("127.0.0.1", "pisarnica", "лозинка", line.port, authority=str(certificate))
        assert inside.security == "tls"
        with imaplib.IMAP4("127.0.0.1", port) as box:
            box.authenticate("PLAIN", lambda _: f"\0{inside.user}\0{inside.password}".encode())
            box.append("INBOX", "", "", LETTERS[0])
        assert [mail.raw for mail in fetch(inside, Mark())] == LETTERS[:1]
        assert [mail.raw for mail in fetch(replace(inside, port=port, security="plain"), Mark())] == LETTERS[
            :1
        ]


def test_nobody_enters_who_may_not(account: Account) -> None:
    for wrong in (replace(account, password="друга"), replace(account, folder="Нема таква")):
        with pytest.raises(NoEntry):
            list(fetch(wrong, Mark()))
    with pytest.raises(NoEntry, match="CERTIFICATE_VERIFY_FAILED"):
        list(fetch(replace(account, authority=""), Mark()))


@pytest.mark.parametrize(
    ("data", "read"),
    [
        ([(b"1 (UID 7 BODY[] {3}", b"abc"), b")"], b"abc"),
        ([(b"1 (BODY[] {3}", b"abc"), b" UID 7 FLAGS ())"], b"abc"),
        ([b"3 (FLAGS (\\Seen) UID 6)", (b"1 (UID 7 BODY[] {3}", b"abc"), b")", b"4 (FLAGS ())"], b"abc"),
        ([b'1 (UID 7 BODY[] "a\\"b")'], b'a"b'),
        ([b'1 (UID 7 BODY[] "")'], b""),
        ([b'1 (UID 7 BODY[]<4> "a")'], b"a"),
        ([None], None),
        ([(b"1 (UID 77 BODY[] {3}", b"abc"), b")"], None),
    ],
)
def test_answers_as_servers_give_them(data: list[object], read: bytes | None) -> None:
    found = _answer(data, 7)
    assert (found[1] if found else None) == read


def test_names_of_folders() -> None:
    assert _quoted("INBOX") == '"INBOX"'
    assert _quoted("Заведено") == '"&BBcEMAQyBDUENAQ1BD0EPg-"'
    assert _quoted('a&b "c"') == '"a&-b \\"c\\""'
