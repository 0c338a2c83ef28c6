"""Any bytes at all: a mail comes out, whole, clean to print, within its limits."""

from email.message import EmailMessage

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konak.intake.mail import Limits, Mail, Piece, Sort, parse, walk
from konak.intake.mail.parts import delimiters, split

from .letters import ALL

BITS = [
    b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"--B1\r\n", b"--B1--\r\n", b"--", b"=", b"==", b"=?utf-8?B?", b"?=", b"\x00",
    b"\xff\xfe", b"\xd0", "Ѓ".encode("cp1251"), b"Content-Type: message/rfc822\r\n\r\n", b"Content-Type:",
    b"Content-Type: multipart/mixed; boundary=B1\r\n", b"Content-Transfer-Encoding: base64\r\n", b";", b'"', b"<", b"(",
    b"Content-Type: text/html; charset=utf-7\r\n\r\n", b"+2AA-", b"name*0*=", b"filename*=utf-16''%D8%00", b":", b",",
    b"charset=idna", b"From: ", b"Date: ", b"\xe2\x80\xae",
]  # fmt: skip
KNOWN = set(
    "base64_broken base64_cut boundary_twice boundary_wrong charset_guessed charset_unknown charset_wrong "
    "container_encoded date_absent date_absurd date_unreadable date_zone empty encoding_unknown encrypted "
    "external_body headers_long mojibake msg nested_deep no_blank_line no_headers no_parts not_closed outside partial "
    "parts_late qp_broken sealed senders_many text_damaged text_long tnef too_deep too_large too_many uu_broken".split()
)
_FREE = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A mail of the samples with bytes taken out, put in and moved."""
    data = bytearray(draw(st.sampled_from(sorted(ALL.values()))))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 40))
        bit = draw(st.one_of(st.sampled_from(BITS), st.binary(max_size=8)))
        data[at : at + length] = bit
    return bytes(data)


def words_of(mail: Mail) -> list[str]:
    """Everything of a mail that may be printed or kept in a database."""
    people = [*mail.senders, *mail.sent_by, *mail.to, *mail.cc, *mail.reply_to]
    told = [mail.subject, mail.text, mail.message_id, mail.date_written, *mail.references, *mail.in_reply_to]
    told += [word for who in people for word in (who.name, who.mail, who.key)]
    told += [word for delivery in mail.deliveries for word in (delivery.address, delivery.reason)]
    return [*told, mail.returned_id, *(notice.detail for notice in mail.notices)]


def looked_through(mail: Mail, raw: bytes) -> None:
    """What holds of every mail."""
    assert bytes(mail.raw) == raw
    pieces = list(walk(mail))
    assert len(pieces) <= 2 * Limits().pieces
    assert len({piece.at for piece in pieces}) == len(pieces)
    assert {notice.code for notice in mail.notices} <= KNOWN
    for inside in [mail, *(piece.mail for piece in pieces if piece.mail)]:
        assert isinstance(inside.sort, Sort)
        for word in words_of(inside):
            assert word.encode() is not None
            assert "\x00" not in word
    for piece in pieces:
        looked_at(piece)


def looked_at(piece: Piece) -> None:
    assert piece.title.encode()
    assert "\n" not in piece.title
    assert isinstance(piece.content, bytes)
    if not piece.encoding:
        assert piece.content == bytes(piece.inside)


@_FREE
@given(mutated())
def test_mutated_mails_lose_nothing(raw: bytes) -> None:
    looked_through(parse(raw), raw)


@_FREE
@given(st.lists(st.one_of(st.sampled_from(BITS), st.binary(max_size=6)), max_size=40).map(b"".join))
def test_bytes_that_are_no_mail_lose_nothing(raw: bytes) -> None:
    looked_through(parse(raw), raw)


@_FREE
@given(
    st.lists(st.sampled_from([b"--B", b"--B--", b"--BB", b"x", b"", b"--", b" --B"]), max_size=12),
    st.sampled_from([b"\r\n", b"\n", b"\r"]),
)
def test_a_split_covers_every_byte(lines: list[bytes], end: bytes) -> None:
    """Parts, delimiters, what stands before and after: nothing is left between them but delimiters and line ends."""
    body = end.join(lines)
    cut = split(body, b"B", 100)
    if cut is None:
        assert not list(delimiters(body, b"B"))
        return
    kept = [cut.before, *cut.parts, cut.after]
    left = bytearray(body)
    for start, stop in kept:
        left[start:stop] = b"\x00" * (stop - start)
    assert set(left.replace(b"\x00", b"").replace(b"--B--", b"").replace(b"--B", b"")) <= set(b"\r\n")


_NAME = st.text(
    st.characters(
        min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=("C", "Z", "M"), exclude_characters='/\\"'
    ),
    min_size=1, max_size=60,
).map(lambda name: f"а{name}а")  # fmt: skip


@_FREE
@given(
    _NAME,
    st.lists(st.tuples(_NAME, st.binary(max_size=200)), max_size=4),
    st.text("абвгдѓежљњ ,.!", max_size=200),
)
def test_what_a_good_program_writes_comes_out_the_same(
    subject: str, files: list[tuple[str, bytes]], words: str
) -> None:
    """The standard library writes, we read."""
    import unicodedata

    letter = EmailMessage()
    letter["Subject"], letter["From"] = subject, "ana@example.mk"
    letter.set_content(words)
    for name, data in files:
        letter.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    mail = parse(letter.as_bytes())
    same = [unicodedata.normalize("NFC", name) for name in (subject, *(name for name, _ in files))]
    assert [mail.subject, *(piece.title for piece in mail.pieces)] == same
    assert [piece.content for piece in mail.pieces] == [data for _, data in files]
    assert mail.text.split() == words.split()
