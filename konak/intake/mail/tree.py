"""What a mail is once read: the mail, its text, its pieces, mails inside it, and what was not understood."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from konak.intake.mail.transfer import decoded


class Sort(StrEnum):
    """What a mail is to the office; only a letter is answered."""

    LETTER = "letter"
    BOUNCE = "bounce"  # a letter of ours that was not delivered
    DELAYED = "delayed"
    DELIVERED = "delivered"
    READ = "read"
    AUTO_REPLY = "auto_reply"


class Kind(StrEnum):
    """What a piece is. What is signed, sealed or packed by a program is kept whole and not taken apart."""

    MAIL = "mail"
    ATTACHMENT = "attachment"
    INLINE = "inline"  # a picture that the text shows
    CALENDAR = "calendar"
    SIGNED = "signed"  # content and signature in one: .p7m, or a whole multipart/signed with its headers
    SIGNATURE = "signature"  # stands beside what it signs
    ENCRYPTED = "encrypted"
    TNEF = "tnef"  # winmail.dat
    MSG = "msg"
    REPORT = "report"  # a mail server's or a reader's answer, for machines


@dataclass(frozen=True)
class Limits:
    """How much of one mail is taken apart; beyond, it is kept whole with one notice."""

    depth: int = 8  # mails inside mails
    nesting: int = 40  # containers inside containers
    pieces: int = 200  # in the whole tree
    size: int = 64 << 20  # bytes of the raw mail
    headers: int = 256 << 10  # bytes of headers read of one part
    text: int = 1 << 20  # bytes read of one text


@dataclass(frozen=True)
class Notice:
    """Something that was not understood, or not as it should be; `at` is the place in the tree, "2.1"."""

    code: str
    at: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Address:
    """Who wrote or is written to; `mail` is as people read it (domains in their own letters)."""

    name: str
    mail: str

    @property
    def key(self) -> str:
        """The address for comparing: no capitals, the domain in the letters of wires."""
        local, _, domain = self.mail.casefold().rpartition("@")
        try:
            return f"{local}@{domain.encode('idna').decode()}" if local else domain
        except UnicodeError:
            return self.mail.casefold()


@dataclass(frozen=True)
class Piece:
    """One object inside a mail. `content` decodes it anew each time, so a tree weighs little beside its mail."""

    kind: Kind
    title: str
    media_type: str
    at: str
    inside: memoryview = field(repr=False)  # as it lies in the mail
    encoding: str = field(default="", repr=False)
    mail: "Mail | None" = None
    pieces: tuple["Piece", ...] = ()  # what can be read inside something signed
    detail: str = ""  # METHOD of an invitation, Content-ID of a picture

    @property
    def content(self) -> bytes:
        """The bytes as the sender attached them."""
        return decoded(self.inside, self.encoding)[0]


@dataclass(frozen=True)
class Delivery:
    """What became of one recipient of a letter of ours: address, action (failed, delayed …), status, reason."""

    address: str
    action: str
    status: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Mail:
    """One mail; `raw` is all of it, exactly as it came, and everything else is read from it."""

    raw: memoryview = field(repr=False)
    subject: str = ""
    senders: tuple[Address, ...] = ()
    sent_by: tuple[Address, ...] = ()  # Sender:, when somebody else pressed the button
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    date: datetime | None = None
    date_written: str = ""
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sort: Sort = Sort.LETTER
    automatic: bool = False  # written by a program
    returned_id: str = ""  # Message-ID of our letter that a report speaks of
    deliveries: tuple[Delivery, ...] = ()
    numbers: tuple[str, ...] = ()  # what looks like a number of ours in the subject
    receipts: tuple[str, ...] = ()  # what looks like the code of a receipt slip
    text: str = ""
    pieces: tuple[Piece, ...] = ()
    notices: tuple[Notice, ...] = ()  # of the whole tree, at the outermost mail

    @property
    def title(self) -> str:
        return self.subject


def walk(mail: Mail) -> Iterator[Piece]:
    """Every piece of the tree in the order of the mail, mails inside included; `mail` itself is not one."""

    def below(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
        for piece in pieces:
            yield piece
            yield from below(piece.mail.pieces if piece.mail else piece.pieces)

    return below(mail.pieces)
