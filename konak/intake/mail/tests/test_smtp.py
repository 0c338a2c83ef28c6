"""The receiver, spoken to by the standard library's own client over a real socket."""

import errno
import smtplib
import socket
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest

from konak.intake.mail import parse
from konak.intake.mail.smtp import NotNow, Received, Receiver
from tests.browser import free_port

from .letters import PDF, forwarded

OURS = "pisarnica@kumanovo.example"
Start = Callable[..., Receiver]


class Shelf:
    """Keeps what comes; first fails as often as it is told."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.kept: list[Received] = []

    def __call__(self, received: Received) -> None:
        if self.faults:
            raise self.faults.pop(0)
        self.kept.append(received)


@pytest.fixture
def start() -> Iterator[Start]:
    """`start(shelf, **settings)` opens a receiver that is closed after the test."""
    opened: list[Receiver] = []

    def start(shelf: Shelf, **settings: int) -> Receiver:
        receiver = Receiver(shelf, [OURS, "писарница@куманово.мкд"], port=free_port(), **settings)
        receiver.start()
        opened.append(receiver)
        return receiver

    yield start
    for receiver in opened:
        receiver.stop()


def client(receiver: Receiver) -> smtplib.SMTP:
    return smtplib.SMTP(receiver.host, receiver.port, timeout=10)


def test_a_mail_is_kept_as_it_was_sent(start: Start) -> None:
    shelf = Shelf()
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = "Барање", "ana@example.mk", OURS
    letter.set_content("Прв ред\n.точка на почеток\n..\n")
    letter.add_attachment(PDF, maintype="application", subtype="pdf", filename="Барање.pdf")
    letter.set_boundary("B")
    with client(start(shelf)) as post:
        post.send_message(letter)
    (received,) = shelf.kept
    assert (received.sender, received.recipients) == ("ana@example.mk", (OURS,))
    assert received.raw == letter.as_bytes(policy=letter.policy.clone(linesep="\r\n"))
    mail = parse(received.raw)
    assert (mail.subject, mail.text) == ("Барање", "Прв ред\n.точка на почеток\n..")
    assert [(piece.title, piece.content) for piece in mail.pieces] == [("Барање.pdf", PDF)]


def test_only_our_addresses_are_taken(start: Start) -> None:
    shelf = Shelf()
    with client(start(shelf)) as post:
        refused = post.sendmail("a@example.mk", [OURS.upper(), "other@example.mk"], forwarded())
        assert refused["other@example.mk"][0] == 550
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            post.sendmail("a@example.mk", ["other@example.mk"], b"x")
    assert [received.recipients for received in shelf.kept] == [(OURS.upper(),)]


def test_addresses_in_our_own_letters(start: Start) -> None:
    shelf = Shelf()
    with client(start(shelf)) as post:
        post.ehlo()
        assert post.has_extn("smtputf8")
        options = ["SMTPUTF8", "BODY=8BITMIME"]
        post.sendmail("ана@пример.мкд", ["писарница@xn--80aewiggb8a.xn--d1alf"], "Тема: x".encode(), options)
    assert [received.sender for received in shelf.kept] == ["ана@пример.мкд"]
    assert shelf.kept[0].raw == "Тема: x\r\n".encode()


def test_a_returned_letter_has_no_sender(start: Start) -> None:
    shelf = Shelf()
    with client(start(shelf)) as post:
        post.sendmail("", [OURS], b"Subject: returned")
    assert [received.sender for received in shelf.kept] == [""]


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (NotNow("closed"), 451),
        (OSError(errno.ENOSPC, "No space left on device"), 452),
        (ZeroDivisionError("a fault of ours"), 451),
    ],
)
def test_what_was_not_kept_is_asked_for_again(start: Start, fault: Exception, answer: int) -> None:
    shelf = Shelf(fault)
    with client(start(shelf)) as post:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            post.sendmail("a@example.mk", [OURS], forwarded())
        assert refused.value.smtp_code == answer
        assert shelf.kept == []
        post.sendmail("a@example.mk", [OURS], forwarded())
    assert len(shelf.kept) == 1


def test_a_mail_too_large_is_refused_before_and_after_it_came(start: Start) -> None:
    shelf = Shelf()
    receiver = start(shelf, limit=20_000)
    with client(receiver) as post:
        post.ehlo()
        assert post.esmtp_features["size"] == "20000"
        with pytest.raises(smtplib.SMTPSenderRefused) as refused:
            post.sendmail("a@example.mk", [OURS], b"x" * 30_000)
        assert refused.value.smtp_code == 552
    with client(receiver) as post:
        post.helo()
        with pytest.raises(smtplib.SMTPDataError) as late:
            post.sendmail("a@example.mk", [OURS], b"x" * 60 + b"\r\n" + b"x\r\n" * 10_000)
        assert late.value.smtp_code == 552
        post.sendmail("a@example.mk", [OURS], b"small")
    assert [received.raw for received in shelf.kept] == [b"small\r\n"]


def test_a_letter_on_one_line_is_taken(start: Start) -> None:
    shelf = Shelf()
    with client(start(shelf)) as post:
        post.sendmail("a@example.mk", [OURS], b"Subject: x\r\n\r\n" + b"a" * 300_000)
    assert len(shelf.kept[0].raw) == 300_016


def test_a_line_that_breaks_off_keeps_nothing(start: Start) -> None:
    shelf = Shelf()
    receiver = start(shelf)
    with socket.create_connection((receiver.host, receiver.port), timeout=10) as line:
        talk = line.makefile("rwb", buffering=0)
        for said in (
            b"",
            b"HELO x\r\n",
            b"MAIL FROM:<a@b.mk>\r\n",
            b"RCPT TO:<" + OURS.encode() + b">\r\n",
            b"DATA\r\n",
        ):
            talk.write(said)
            assert talk.readline()[:1] in b"23"
        talk.write(b"Subject: half\r\n\r\nhalf of it")
    with client(receiver) as post:
        post.sendmail("a@example.mk", [OURS], b"whole")
    assert [received.raw for received in shelf.kept] == [b"whole\r\n"]
