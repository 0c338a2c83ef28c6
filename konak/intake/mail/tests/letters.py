"""Raw mails for the tests, as programs really write them; all people and addresses are invented."""

import base64
from email.message import EmailMessage
from functools import cache

PDF = b"%PDF-1.4\n\x00\xff\xfe" + bytes(range(256)) * 3
PNG = b"\x89PNG\r\n\x1a\n" + bytes(reversed(range(256)))


def raw(head: str | bytes, body: str | bytes = "") -> bytes:
    """Headers and body joined by an empty line, with the line ends of the wire."""
    return b"\r\n".join([_wire(head).strip(b"\r\n"), b"", _wire(body)])


def _wire(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def b64(data: bytes) -> bytes:
    return base64.encodebytes(data).replace(b"\n", b"\r\n")


def many(boundary: bytes, *parts: bytes, head: bytes = b"From: a@example.mk", closed: bool = True) -> bytes:
    """A multipart/mixed of raw parts, each with its own headers."""
    lines = [head, b'Content-Type: multipart/mixed; boundary="' + boundary + b'"', b""]
    for part in parts:
        lines += [b"--" + boundary, part]
    return b"\r\n".join([*lines, *([b"--" + boundary + b"--", b""] if closed else [])])


def file(name: bytes, data: bytes, media: bytes = b"application/pdf") -> bytes:
    """A part that is a file, in base64. `name` is the parameter as written, `filename="a.pdf"`."""
    headers = [b"Content-Type: " + media, b"Content-Disposition: attachment; " + name]
    return b"\r\n".join([*headers, b"Content-Transfer-Encoding: base64", b"", b64(data)])


def text(words: str = "Почитувани, во прилог.") -> bytes:
    return b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + words.encode()


@cache  # the boundaries are drawn by lot
def forwarded() -> bytes:
    """A mail with a mail inside with two attachments."""
    inner = EmailMessage()
    inner["Subject"] = "Барање за одобрение за градење"
    inner["From"] = "Ќиро Џамбазов <kiro@example.mk>"
    inner["Date"] = "Mon, 12 Oct 2026 09:00:00 +0200"
    inner.set_content("Ви го доставувам барањето.\n")
    inner.add_attachment(PDF, maintype="application", subtype="pdf", filename="Барање – потпишано.pdf")
    inner.add_attachment(PNG, maintype="image", subtype="png", filename="Скица на парцелата.png")
    outer = EmailMessage()
    outer["Subject"] = "Проследено: барање на граѓанин"
    outer["From"] = "Бошко Ѓорѓиевски <bosko@example.mk>"
    outer["To"] = "pisarnica@kumanovo.example"
    outer["Date"] = "Mon, 12 Oct 2026 10:00:00 +0200"
    outer["Message-ID"] = "<outer@example.mk>"
    outer.set_content("Во прилог.\n")
    outer.add_attachment(inner)
    return outer.as_bytes()


def signed() -> bytes:
    """A multipart/signed letter with an attachment under the signature."""
    content = many(b"in", text("Потпишано писмо."), file(b'filename="dogovor.pdf"', PDF), head=b"X: 1")
    signature = file(b'filename="smime.p7s"', b"0\x80signature", b"application/pkcs7-signature")
    head = b'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=out'
    lines = [b"From: a@example.mk", b"Subject: =?utf-8?B?0J/QvtGC0L/QuNGB?=", head, b"", b"--out", content]
    return b"\r\n".join([*lines, b"--out", signature, b"--out--", b""])


def returned(*, action: bytes = b"failed") -> bytes:
    """A delivery report of a letter of ours, as servers send it."""
    status = (
        b"Content-Type: message/delivery-status\r\n\r\n"
        b"Reporting-MTA: dns; mx.example.mk\r\n\r\n"
        b"Final-Recipient: rfc822; nikoj@example.mk\r\nAction: " + action + b"\r\nStatus: 5.1.1\r\n"
        b"Diagnostic-Code: smtp; 550 5.1.1\r\n  no such user\r\n"
    )
    ours = (
        b"Message-ID: <letter-17@kumanovo.example>\r\nFrom: k@kumanovo.example\r\nSubject: x\r\n\r\nText\r\n"
    )
    head = (
        b"From: MAILER-DAEMON@mx.example.mk\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="r"\r\n\r\n'
    )
    parts = [b"--r\r\n" + text("Not delivered."), b"--r\r\n" + status]
    parts.append(b"--r\r\nContent-Type: message/rfc822\r\n\r\n" + ours)
    return head + b"\r\n".join([*parts, b"--r--", b""])


ALL = {
    "forwarded": forwarded(),
    "signed": signed(),
    "returned": returned(),
    "plain": raw(
        "From: Ана <ana@example.mk>\nSubject: Жалба 08-155/3\nDate: Mon, 12 Oct 2026 09:00:00 +0200", "Текст"
    ),
    "files": many(
        b"B1", text(), file(b'filename="a.pdf"', PDF), file(b'filename="b.png"', PNG, b"image/png")
    ),
}
