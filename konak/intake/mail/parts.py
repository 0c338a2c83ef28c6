"""A mail taken apart by its bytes: headers from body, parts of a multipart from each other.

Not by `email.parser`: that one keeps no bytes of a mail inside a mail, and costs more than it gives where a sender
means harm. Everything here is read once, from left to right, and holds places, not copies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:")
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARK = re.compile(
    rb"(?:\A|(?<=[\r\n]))--([!-~][^\r\n]{0,200}?)[ \t]*(?:\r\n|\r|\n)(?=content-[a-z-]+[ \t]*:)", re.I
)


@dataclass(frozen=True)
class Head:
    """The headers of one part: (name in small letters, value as it came, line ends within); where the body is."""

    fields: tuple[tuple[str, bytes], ...]
    body: int
    codes: tuple[str, ...] = ()

    def all(self, name: str) -> list[bytes]:
        return [value for own, value in self.fields if own == name]

    def first(self, name: str) -> bytes:
        return next((value for own, value in self.fields if own == name), b"")


def head(data: memoryview, limit: int, *, outermost: bool = False) -> Head:
    """The headers at the start of `data`; a line that is none ends them, as an empty one does."""
    block = bytes(data[:limit])
    at, fields, codes = _start(block) if outermost else 0, list[tuple[str, list[bytes]]](), list[str]()
    for line in _LINE.finditer(block, at):
        text = line[0]
        if not text.rstrip(b"\r\n"):
            at = line.end()
            break
        if text[:1] in b" \t" and fields:
            fields[-1][1].append(text)
        elif found := _FIELD.match(text):
            fields.append((found[1].decode("ascii").casefold(), [text[found.end() :]]))
        elif not (text.startswith((b"From ", b">From ")) and not fields):
            codes.append("no_blank_line" if fields else "no_headers")
            at = line.start() if fields else at
            break
        at = line.end()
    if at == limit < len(data):
        codes.append("headers_long")
    return Head(tuple((name, b"".join(value).strip()) for name, value in fields), at, tuple(codes))


def _start(block: bytes) -> int:
    """Where the headers begin: some programs leave a mark or empty lines before."""
    rest = block.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return len(block) - len(rest)


@dataclass(frozen=True)
class Split:
    """Places of a multipart's body: its parts, the lines between, and what stands before and after them."""

    parts: tuple[tuple[int, int], ...]
    before: tuple[int, int]
    after: tuple[int, int]
    closed: bool
    late: bool  # parts went on after the closing line


def delimiters(body: bytes | memoryview, boundary: bytes) -> Iterator[re.Match[bytes]]:
    """The delimiter lines of a multipart, each with the line end before it, which belongs to it."""
    mark = rb"(?:\A|\r\n|\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r|\n|\Z)"
    return re.finditer(mark, body)


def split(body: bytes | memoryview, boundary: bytes, most: int) -> Split | None:
    """The body cut at its delimiters; None when there is no delimiter. At most `most` + 1 parts are told."""
    parts, closed, late, start, before, end = list[tuple[int, int]](), False, False, -1, 0, 0
    for line in delimiters(body, boundary):
        if start < 0:
            before = line.start()
        elif not closed or bytes(body[start : line.start()]).strip():
            parts.append((min(start, line.start()), line.start()))
        late |= closed
        closed = bool(line[1])
        end = start = _after_line_end(body, line.end())
        if len(parts) > most:
            break
    if start < 0:
        return None
    if not closed and start < len(body):
        parts.append((start, len(body)))
        end = len(body)
    return Split(tuple(parts), (0, before), (end, len(body)), closed, late)


def _after_line_end(body: bytes | memoryview, at: int) -> int:
    if bytes(body[at : at + 2]) == b"\r\n":
        return at + 2
    return min(at + 1, len(body))


def likely_boundary(body: bytes | memoryview) -> bytes:
    """The delimiter of a multipart whose header names none, or another: a line of dashes before headers."""
    found = _MARK.search(body)
    return found[1] if found else b""
