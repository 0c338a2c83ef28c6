"""Headers as people meant them: words, parameters, names of files, addresses, dates, identities.

RFC 2047, 2231 and 5322, and what programs make of them. Nothing here raises for what stands in a header.
"""

import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from urllib.parse import unquote_to_bytes

from konak.intake.mail.charsets import text_of
from konak.intake.mail.transfer import decoded
from konak.intake.mail.tree import Address
from konak.kernel.i18n import tidy

LONG, MANY = 64 << 10, 1_000  # letters of one header, addresses in one
_FOLD = re.compile(r"(?:\r\n|\r|\n)[ \t]*")
_WORD = re.compile(r"=\?([^?\s]*)\?([bBqQ])\?([^?]*)\?=")
_GAP = re.compile(r"(\?=)\s+(?==\?[^?\s]*\?[bBqQ]\?)")
_PARAM = re.compile(r';\s*([^\s;=*"]+)(?:\*(\d{1,4}))?(\*)?\s*=\s*("(?:\\.|[^"\\])*"?|[^;]*)', re.S)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}%[0-9A-Fa-f]{2}")
_ESCAPED = re.compile(r'\\(["\\])')
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"?|<[^<>]*>?|\((?:\\.|[^()\\])*\)?|[,;:]|[^",;:<(]+', re.S)
# begins where a word begins and never goes back: a header without any @ is read once
_BARE = re.compile(r"(?<![^\s<>\"'()\[\],;:])[^\s<>\"'()\[\],;:@]++@[^\s<>\"'()\[\],;:]+")
_INSIDE = re.compile(r"(.*)<\s*([^<>@\s]+@[^<>\s]+)\s*>\s*", re.S)
_ID = re.compile(r"<([^<>\s]+)>")
_ZERO = re.compile(r"[+-]0000|\b(?:GMT|UTC?|Z)\b")
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def raw_text(value: bytes, hint: str = "") -> str:
    """A header's value on one line, its encoded words still encoded. `hint` is a charset the mail names."""
    written = value[:LONG]
    if written.isascii():
        return _FOLD.sub(" ", written.decode("ascii"))
    return _FOLD.sub(" ", text_of(written, "" if hint.casefold().startswith("utf-") else hint)[0])


def words(text: str) -> str:
    """A text with its encoded words read; those that follow each other are one, also where a letter is torn."""
    found, at, run, charset = list[str](), 0, b"", ""
    joined = _GAP.sub(r"\1", text)
    for word in _WORD.finditer(joined):
        if run and (word.start() > at or word[1].casefold() != charset):
            found.append(text_of(run, charset)[0])
            run = b""
        found.append(joined[at : word.start()])
        run, charset, at = run + _bytes(word[2], word[3]), word[1].casefold(), word.end()
    found += [text_of(run, charset)[0], joined[at:]]
    return line("".join(found))


def line(text: str) -> str:
    """A text on one line without signs nobody sees."""
    return " ".join(tidy(text).split())


def _bytes(encoding: str, text: str) -> bytes:
    data = text.encode("utf-8", "replace")
    return decoded(data, "base64")[0] if encoding in "bB" else binascii.a2b_qp(data, header=True)


@dataclass(frozen=True)
class Content:
    """What a part says of itself: media type, parameters, how it is to be shown, the name of its file."""

    media_type: str
    params: dict[str, str]
    disposition: str
    name: str

    @property
    def maintype(self) -> str:
        return self.media_type.partition("/")[0]


def content(type_: bytes, disposition: bytes, default: str = "text/plain") -> Content:
    """Content-Type and Content-Disposition together; the file's name from whichever has it."""
    charset = re.search(rb"charset\s*=\s*\"?([\w.:-]+)", type_, re.I)
    hint = charset[1].decode("ascii", "replace") if charset else ""
    media, params = parameters(raw_text(type_, hint))
    shown, others = parameters(raw_text(disposition, hint))
    if not re.fullmatch(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", media, re.ASCII):
        media = "text/plain" if media == "text" else default if not media else "application/octet-stream"
    name = others.get("filename") or params.get("name") or others.get("name") or params.get("filename") or ""
    return Content(media, params, shown, file_name(name))


def parameters(text: str) -> tuple[str, dict[str, str]]:
    """The first word of a header, in small letters, and its parameters (RFC 2231, and 2047 in quotes)."""
    main = text.partition(";")[0].split("(")[0].strip().casefold()
    plain, pieces = dict[str, str](), dict[str, dict[int, tuple[bool, str]]]()
    for found in _PARAM.finditer(text):
        name, value = found[1].casefold(), _unquoted(found[4])
        if found[2] or found[3]:
            pieces.setdefault(name, {}).setdefault(int(found[2] or 0), (bool(found[3]), value))
        else:
            plain.setdefault(name, words(_percent(value)))
    return main, plain | {name: _joined(parts) for name, parts in pieces.items()}


def _unquoted(value: str) -> str:
    value = value.strip()
    if value.startswith('"'):
        value = _ESCAPED.sub(r"\1", value[1:].removesuffix('"'))
    return value


def _percent(value: str) -> str:
    """Some programs write the signs of RFC 2231 without its star."""
    if value.isascii() and _PERCENT.search(value):
        try:
            told = unquote_to_bytes(value).decode("utf-8")
        except UnicodeDecodeError:
            return value
        return value if told.isascii() else told
    return value


def _joined(parts: dict[int, tuple[bool, str]]) -> str:
    """The pieces of one long parameter; the first says the charset."""
    charset, run = "", b""
    for number in sorted(parts):
        coded, value = parts[number]
        if coded and not run and value.count("'") >= 2:
            charset, _, value = value.split("'", 2)
        run += unquote_to_bytes(value) if coded else value.encode("utf-8", "replace")
    return words(text_of(run, charset)[0])


def file_name(name: str) -> str:
    """A file's name alone: no folders, on one line, at most 200 letters with its ending kept."""
    name = re.split(r"[/\\]", line(name))[-1].strip(" .")
    stem, dot, ending = name.rpartition(".")
    return name if len(name) <= 200 else f"{stem[: 190 - len(ending[:40])]}{dot}{ending[:40]}"


def addresses(value: bytes, hint: str = "") -> tuple[Address, ...]:
    """The addresses of a header; members of groups without their group; a name alone has no address."""
    found, phrase, angle, comment, waiting = list[Address](), list[str](), "", "", ""
    for bit in [*_TOKEN.findall(raw_text(value, hint)), ","]:
        if bit == ":" and not angle and "@" not in "".join(phrase):
            phrase, comment, waiting = [], "", ""
        elif bit in (",", ";"):
            if not (phrase or angle or comment):
                continue
            one = _address("".join(phrase), angle, comment)
            phrase, angle, comment = [], "", ""
            if one.mail:
                name = f"{waiting}, {one.name}" if waiting else one.name
                found.append(Address(name.strip(", "), one.mail))
                waiting = ""
            elif one.name:  # „Surname, Name <address>“ without quotes
                waiting = f"{waiting}, {one.name}" if waiting else one.name
        elif bit.startswith("<"):
            angle = angle or bit.strip("<> ")
        elif bit.startswith("("):
            comment = comment or bit.strip("()")
        else:
            phrase.append(_unquoted(bit) if bit.startswith('"') else bit)
        if len(found) >= MANY:
            break
    return (*found, Address(waiting, "")) if waiting else tuple(found)


def _address(phrase: str, angle: str, comment: str) -> Address:
    name = words(phrase)
    if angle and ("@" in angle or not _BARE.search(name)):
        return Address(name.strip("'\" ") or words(comment), _mail(angle.rpartition(":")[2]))
    if inside := _INSIDE.fullmatch(name):  # the whole of it was encoded
        return Address(inside[1].strip("'\" "), _mail(inside[2]))
    if bare := _BARE.search(name):
        rest = line(name.replace(bare[0], "")).strip("'\" ")
        return Address(rest or words(comment), _mail(bare[0]))
    return Address(name.strip("'\" ") or words(comment), "")


def _mail(written: str) -> str:
    """An address as people read it: `xn--` labels in their own letters."""
    local, at, domain = line(words(written)).replace(" ", "").rpartition("@")
    if "xn--" in domain.casefold() and len(domain) < 256:
        labels = [_label(label) for label in domain.split(".")]
        domain = ".".join(labels)
    return f"{local}{at}{domain}"


def _label(label: str) -> str:
    try:
        return label.encode("ascii").decode("idna")
    except UnicodeError:
        return label


def date(value: bytes, received: datetime | None) -> tuple[datetime | None, str]:
    """The moment a header says, and what is wrong: date_absent, date_unreadable, date_zone, date_absurd.

    `received` is when the mail came: a date after it, by more than a day, is absurd. An absurd one is none.
    """
    if not value:
        return None, "date_absent"
    code = ""
    try:
        written = raw_text(value)[:200]
        parsed = parsedate_tz(written)
        if parsed is None:
            return None, "date_unreadable"
        offset = parsed[9] or 0
        if (not offset and not _ZERO.search(written)) or abs(offset) > 14 * 3600:
            offset, code = 0, "date_zone"
        said = datetime(*parsed[:6], tzinfo=timezone(timedelta(seconds=offset)))
        said.astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError, ArithmeticError):
        return None, "date_unreadable"
    if said < _EARLIEST or (received and said > received + timedelta(days=1)):
        return None, "date_absurd"
    return said, code


def ids(*values: bytes) -> tuple[str, ...]:
    """The identities of mails in these headers, without angles, each once."""
    found = list[str]()
    for value in values:
        text = raw_text(value)
        found += _ID.findall(text) or [word.strip("<>") for word in text.split() if "@" in word]
    return tuple(dict.fromkeys(tidy(each) for each in found))
