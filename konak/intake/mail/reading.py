"""A raw mail to its tree of pieces. Whatever comes, a mail comes out, with all bytes and a list of doubts."""

import mimetypes
from dataclasses import dataclass, field, replace
from datetime import datetime

from konak.intake.mail import headers, markup, numbers, reports
from konak.intake.mail.charsets import text_of
from konak.intake.mail.kinds import CALLED, WHOLE, kind_of, looks_like_mail
from konak.intake.mail.parts import Head, delimiters, head, likely_boundary, split
from konak.intake.mail.transfer import decoded, known
from konak.intake.mail.tree import Kind, Limits, Mail, Notice, Piece
from konak.kernel.i18n import tidy

_ENDINGS = mimetypes.MimeTypes()  # what Python knows, not what the machine does
_ENDINGS.add_type("text/calendar", ".ics")
_BODIES = ("text/plain", "text/html", "text/enriched", "text/richtext", "text/x-amp-html")
_PREAMBLE = 200  # bytes before the first part that are never more than „this is MIME“


class _Beyond(Exception):
    """A limit was passed: its code, and how much there is."""


@dataclass
class _Found:
    """What a part gave: its text in order, whether that was HTML, its pieces."""

    texts: list[str] = field(default_factory=list)
    rich: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def add(self, other: "_Found") -> None:
        self.texts += other.texts
        self.rich |= other.rich
        self.pieces += other.pieces


@dataclass(frozen=True)
class _Place:
    """Where the reader stands: place in the tree, mails above, containers above, what the container is."""

    at: str
    depth: int
    nesting: int = 0
    container: str = ""
    hint: str = ""

    def own(self, number: int) -> str:
        """The place of a piece here; a mail that is nothing else has it below its own."""
        return self.at if self.container else f"{self.at}.{number}".strip(".")

    def child(self, number: int, container: str, hint: str) -> "_Place":
        return _Place(
            f"{self.at}.{number}".strip("."), self.depth, self.nesting + 1, container, hint or self.hint
        )


def parse(raw: bytes, *, received: datetime | None = None, limits: Limits = Limits()) -> Mail:  # noqa: B008 (frozen)
    """The tree of a mail. It never raises for what a mail holds; `received` is when it came, if known.

    A mail beyond `limits` (too many pieces, too large) is told by its headers alone, with one notice that says
    so. A mail too deep inside others is kept whole as a piece. `raw` must not change while the tree is in use.
    """
    view = memoryview(raw)
    reader = _Reader(limits, received)
    if len(raw) > limits.size:
        return reader.closed(view, "too_large", str(len(raw)))
    try:
        return reader.mail(view, _Place("", 1))
    except _Beyond as beyond:
        code, detail = beyond.args
        return _Reader(limits, received).closed(view, code, detail)


class _Reader:
    """Reads one raw mail; counts its pieces and collects its notices."""

    def __init__(self, limits: Limits, received: datetime | None) -> None:
        self.limits, self.received = limits, received
        self.notices: list[Notice] = []
        self.count = 0

    def note(self, code: str, at: str, detail: str = "") -> None:
        if code:
            self.notices.append(Notice(code, at, detail))

    def closed(self, view: memoryview, code: str, detail: str) -> Mail:
        """A mail that is not taken apart: its headers, and why."""
        top = head(view, self.limits.headers, outermost=True)
        content = _content(top)
        mail = self._told(view, top, content, "", _Found())
        return _with(mail, (Notice(code, "", detail),))

    def mail(self, view: memoryview, place: _Place) -> Mail:
        top = head(view, self.limits.headers, outermost=True)
        for code in top.codes:
            self.note(code, place.at)
        content = _content(top)
        found = self.part(top, content, view, place)
        mail = self._told(view, top, content, place.at, found)
        return mail if place.at else _with(mail, tuple(self.notices))

    def _told(self, view: memoryview, top: Head, content: headers.Content, at: str, found: _Found) -> Mail:
        hint = content.params.get("charset", "")
        subject = reports.subject_of(top, hint)
        text = "\n\n".join(text for text in found.texts if text.strip())
        date, trouble = headers.date(top.first("date"), self.received)
        self.note(trouble, at)
        people = {name: headers.addresses(b", ".join(top.all(name)), hint) for name in _PEOPLE}
        if len(top.all("from")) > 1:
            self.note("senders_many", at)
        report = reports.recognised(top, content, subject, text, found.pieces)
        return Mail(
            raw=view,
            subject=subject,
            senders=people["from"],
            sent_by=people["sender"],
            to=people["to"],
            cc=people["cc"],
            reply_to=people["reply-to"],
            date=date,
            date_written=headers.line(headers.raw_text(top.first("date")))[:200],
            message_id=next(iter(headers.ids(top.first("message-id"))), ""),
            in_reply_to=headers.ids(*top.all("in-reply-to")),
            references=headers.ids(*top.all("references")),
            sort=report.sort,
            automatic=report.automatic,
            returned_id=report.returned_id,
            deliveries=report.deliveries,
            numbers=numbers.numbers(subject),
            receipts=numbers.receipts(subject),
            text=text,
            pieces=tuple(found.pieces),
        )

    def part(self, top: Head, content: headers.Content, whole: memoryview, place: _Place) -> _Found:
        """What one part gives; `whole` begins with its headers."""
        body = whole[top.body :]
        named = known(headers.raw_text(top.first("content-transfer-encoding")))
        if named is None:
            self.note(
                "encoding_unknown", place.at, headers.raw_text(top.first("content-transfer-encoding"))[:80]
            )
        encoding = named or ""
        if content.maintype == "multipart":
            return self.container(top, content, whole, encoding, place)
        if content.media_type in ("message/rfc822", "message/global") or looks_like_mail(
            content, body, encoding
        ):
            return self.inside(content, body, encoding, place)
        attached = content.disposition == "attachment" or content.name
        if content.media_type in _BODIES and not attached:
            return self.text(content, body, encoding, place)
        return self.leaf(top, content, body, encoding, place)

    def container(
        self, top: Head, content: headers.Content, whole: memoryview, encoding: str, place: _Place
    ) -> _Found:
        kind = WHOLE.get(content.media_type)
        if place.nesting >= self.limits.nesting:
            self.note("nested_deep", place.at)
            kind = Kind.ATTACHMENT
            return _Found(pieces=[self.kept(kind, top, content, whole, place)])
        found = self.members(top, content, whole[top.body :], encoding, place)
        if kind == Kind.ENCRYPTED:
            self.note("encrypted", place.at)
        if kind:
            signed = self.kept(kind, top, content, whole, place, tuple(found.pieces))
            found.pieces = [signed]
        return found

    def kept(
        self,
        kind: Kind,
        top: Head,
        content: headers.Content,
        whole: memoryview,
        place: _Place,
        pieces: tuple[Piece, ...] = (),
    ) -> Piece:
        """A container that stays one thing, with its own headers: without them a signature proves nothing."""
        hint = content.params.get("charset", "")
        title = content.name or reports.subject_of(top, hint) or f"{CALLED[kind]}-{place.own(1)}.eml"
        return Piece(kind, title, content.media_type, place.own(0), whole, pieces=pieces)

    def members(
        self, top: Head, content: headers.Content, body: memoryview, encoding: str, place: _Place
    ) -> _Found:
        boundary = self.boundary(content, body, place.at)
        if not boundary and encoding in ("base64", "qp"):  # against the rules, and met
            body = memoryview(decoded(body, encoding)[0])
            self.note("container_encoded", place.at)
            boundary = self.boundary(content, body, place.at)
        cut = split(body, boundary, self.limits.pieces) if boundary else None
        if cut is None:
            self.note("no_parts", place.at)
            plain = headers.Content("text/plain", {}, "", "")
            return self.text(plain, body, encoding, place)
        self.count += len(cut.parts)
        if self.count > self.limits.pieces:
            total = self.count - len(cut.parts) + sum(not line[1] for line in delimiters(body, boundary))
            raise _Beyond("too_many", str(total))
        if not cut.closed:
            self.note("not_closed", place.at)
        if cut.late:
            self.note("parts_late", place.at)
        default = "message/rfc822" if content.media_type == "multipart/digest" else "text/plain"
        found = [
            self.member(body[start:end], default, place.child(number, content.media_type, _hint(content)))
            for number, (start, end) in enumerate(cut.parts, 1)
        ]
        chosen = _chosen(found) if content.media_type == "multipart/alternative" else _all(found)
        chosen.texts += self.outside(bytes(body[slice(*cut.before)]), bytes(body[slice(*cut.after)]), place)
        return chosen

    def boundary(self, content: headers.Content, body: memoryview, at: str) -> bytes:
        """The declared boundary where it is met, else the likeliest line."""
        declared = content.params.get("boundary", "").encode("utf-8", "replace")
        if declared and next(delimiters(body, declared), None):
            return declared
        if likely := likely_boundary(body):
            self.note("boundary_wrong", at)
        return likely

    def member(self, whole: memoryview, default: str, place: _Place) -> _Found:
        top = head(whole, self.limits.headers)
        for code in top.codes:
            self.note(code, place.at)
        content = _content(top, default)
        if content.maintype == "multipart" and not bytes(whole[top.body :]).strip():
            self.note("boundary_twice", place.at)  # its parts follow as parts of the one around
            return _Found()
        return self.part(top, content, whole, place)

    def outside(self, before: bytes, after: bytes, place: _Place) -> list[str]:
        """Text that stands outside every part, where readers do not look."""
        said = [part for part in (before if len(before.strip()) > _PREAMBLE else b"", after) if part.strip()]
        if said:
            self.note("outside", place.at)
        return [self.plain(*text_of(part[: self.limits.text], place.hint), place.at) for part in said]

    def inside(self, content: headers.Content, body: memoryview, encoding: str, place: _Place) -> _Found:
        """A mail inside a mail: a piece with pieces, its bytes exactly as they lie there."""
        at = place.own(1)
        data = body
        if encoding:
            bytes_, code = decoded(body, encoding)
            data = memoryview(bytes_)
            self.note(code, at)
        mail = None
        if place.depth >= self.limits.depth:
            self.note("too_deep", at)
        elif not bytes(data).strip():
            self.note("empty", at)
        else:
            mail = self.mail(data, _Place(at, place.depth + 1, place.nesting))
        title = (mail.subject if mail else "") or content.name or f"{at}.eml"
        return _Found(pieces=[Piece(Kind.MAIL, title, "message/rfc822", at, body, encoding, mail)])

    def text(self, content: headers.Content, body: memoryview, encoding: str, place: _Place) -> _Found:
        data, code = decoded(body[: 4 * self.limits.text], encoding)
        self.note(code, place.at)
        if len(body) > 4 * self.limits.text or len(data) > self.limits.text:
            self.note("text_long", place.at, str(len(body)))
            data = data[: self.limits.text]
        charset = content.params.get("charset", "")
        rich = content.media_type != "text/plain"
        if rich and not charset:
            charset = markup.charset_in(data)
        text, doubt = text_of(data, charset or place.hint)
        text = self.plain(text, doubt, place.at)
        if rich:
            text = markup.readable(text)
        elif content.params.get("format", "").casefold() == "flowed":
            text = markup.flowed(text, delsp=content.params.get("delsp", "").casefold() == "yes")
        return _Found([text.strip("\n")] if text.strip() else [], rich)

    def plain(self, text: str, doubt: str, at: str) -> str:
        self.note(doubt, at)
        return tidy(text.replace("\r\n", "\n").replace("\r", "\n"))

    def leaf(
        self, top: Head, content: headers.Content, body: memoryview, encoding: str, place: _Place
    ) -> _Found:
        at = place.own(1)
        kind, notice, detail = kind_of(content, top, body, place.container)
        data, code = decoded(body, encoding)
        self.note(code, at)
        self.note(notice, at)
        if not data:
            self.note("empty", at)
        if kind == Kind.CALENDAR and not detail:
            detail = _method(data)
        description = headers.words(headers.raw_text(top.first("content-description"), _hint(content)))
        title = content.name or description or f"{at}{_ENDINGS.guess_extension(content.media_type) or '.bin'}"
        return _Found(pieces=[Piece(kind, title, content.media_type, at, body, encoding, detail=detail)])


_PEOPLE = ("from", "sender", "to", "cc", "reply-to")


def _content(top: Head, default: str = "text/plain") -> headers.Content:
    return headers.content(top.first("content-type"), top.first("content-disposition"), default)


def _hint(content: headers.Content) -> str:
    return content.params.get("charset", "")


def _with(mail: Mail, notices: tuple[Notice, ...]) -> Mail:
    return replace(mail, notices=notices)


def _all(found: list[_Found]) -> _Found:
    everything = _Found()
    for each in found:
        everything.add(each)
    return everything


def _chosen(found: list[_Found]) -> _Found:
    """Of texts that say the same, the plain one; the pieces of all."""
    said = [each for each in found if any(text.strip() for text in each.texts)]
    best = next((each for each in said if not each.rich), said[-1] if said else _Found())
    return _Found(list(best.texts), best.rich, [piece for each in found for piece in each.pieces])


def _method(data: bytes) -> str:
    """METHOD of an invitation that its header does not say."""
    for line in data[: 16 << 10].splitlines():
        name, _, value = line.partition(b":")
        if name.strip().upper() == b"METHOD":
            return value.strip().decode("ascii", "replace").upper()[:40]
    return ""
