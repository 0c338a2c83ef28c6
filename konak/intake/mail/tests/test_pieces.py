"""Mails as they really come: every piece out as it went in, whatever the sender's program did."""

import sys
from datetime import UTC, datetime

import pytest

from konak.intake.mail import Kind, Limits, Mail, Piece, Sort, parse, walk

from .letters import ALL, PDF, PNG, b64, file, forwarded, many, raw, returned, signed, text


def codes(mail: Mail) -> list[str]:
    """The notices without what these short mails leave out on purpose."""
    return [notice.code for notice in mail.notices if notice.code != "date_absent"]


def only(mail: Mail) -> Piece:
    (piece,) = mail.pieces
    return piece


def test_a_mail_inside_a_mail_with_two_attachments_is_four_objects() -> None:
    mail = parse(forwarded())
    inner = only(mail)
    assert [mail.title, *(piece.title for piece in walk(mail))] == [
        "Проследено: барање на граѓанин",
        "Барање за одобрение за градење",
        "Барање – потпишано.pdf",
        "Скица на парцелата.png",
    ]
    assert [piece.kind for piece in walk(mail)] == [Kind.MAIL, Kind.ATTACHMENT, Kind.ATTACHMENT]
    assert inner.mail
    assert [piece.content for piece in inner.mail.pieces] == [PDF, PNG]
    assert inner.content == bytes(inner.mail.raw)
    assert inner.content in forwarded()  # the inner mail's bytes are as they came
    assert (mail.text, inner.mail.text) == ("Во прилог.", "Ви го доставувам барањето.")
    assert mail.notices == ()
    assert bytes(mail.raw) == forwarded()


def test_a_mail_named_as_a_file_or_in_base64_is_opened_too() -> None:
    inside = raw("From: b@example.mk\nMessage-ID: <x@y>\nSubject: Внатре", "Текст")
    named = parse(many(b"B", file(b'filename="poraka.eml"', inside, b"application/octet-stream")))
    coded = parse(many(b"B", file(b'filename="poraka.eml"', inside, b"message/rfc822")))
    for mail in (named, coded):
        piece = only(mail)
        assert (piece.kind, piece.title, piece.content) == (Kind.MAIL, "Внатре", inside)
        assert piece.mail
        assert piece.mail.text == "Текст"
    unlike = parse(many(b"B", file(b'filename="lista.eml"', b"not a mail", b"application/octet-stream")))
    assert (only(unlike).kind, only(unlike).mail) == (Kind.ATTACHMENT, None)


NAMES = [
    (b'filename="a.pdf"', "a.pdf"),
    (b"filename*=utf-8''%D0%91%D0%B0%D1%80%D0%B0%D1%9A%D0%B5.pdf", "Барање.pdf"),
    (b"filename*=windows-1251''%C1%E0%F0%E0%9C%E5.pdf", "Барање.pdf"),
    (
        b"filename*0*=utf-8''%D0%91%D0%B0%D1;\r\n filename*1*=%80%D0%B0%D1%9A%D0%B5;\r\n filename*2=\".pdf\"",
        "Барање.pdf",
    ),
    (b'filename*0="dolgo "; filename*1="ime.pdf"', "dolgo ime.pdf"),
    (b"filename*=\"UTF-8'mk'%D0%91%D0%B0.pdf\"", "Ба.pdf"),
    (b"filename*=%D0%91%D0%B0.pdf", "Ба.pdf"),
    (b'filename="%D0%91%D0%B0.pdf"', "Ба.pdf"),
    (b'filename="100%25.pdf"', "100%25.pdf"),
    (b'filename="=?utf-8?B?0JHQsNGA0LDRmtC1LnBkZg==?="', "Барање.pdf"),
    (b"filename==?utf-8?B?0JHQsNGA0LDRmtC1LnBkZg==?=", "Барање.pdf"),
    (b'filename="=?utf-8?Q?=D0=91=D0=B0=D1?=\r\n =?utf-8?Q?=80=D0=B0=D1=9A=D0=B5.pdf?="', "Барање.pdf"),
    (b'filename="=?windows-1251?Q?=C1=E0=F0=E0=9C=E5=2Epdf?="', "Барање.pdf"),
    ('filename="Барање.pdf"'.encode(), "Барање.pdf"),
    ('filename="Барање за градење.pdf"'.encode("cp1251"), "Барање за градење.pdf"),
    ('filename="Заявление о выдаче.pdf"'.encode("koi8_r"), "Заявление о выдаче.pdf"),
    ("filename=Барање за градење.pdf".encode(), "Барање за градење.pdf"),
    ('filename="Kërkesë për leje.pdf"'.encode("cp1252"), "Kërkesë për leje.pdf"),
    ('filename="Барање.pdf"'.encode().decode("cp1252", "replace").encode(), None),
    (b'filename="C:\\\\Dokumenti\\\\a.pdf"', "a.pdf"),
    (b'filename="../../etc/a.pdf"', "a.pdf"),
    (b'filename="a\\"b.pdf"', 'a"b.pdf'),
    (b'filename="a;b.pdf"', "a;b.pdf"),
    (b'filename="a.pdf', "a.pdf"),
    (b'filename="\xe2\x80\xaefdp.exe"', "fdp.exe"),
    (b'filename=""; name="b.pdf"', "b.pdf"),
    (b"x=1", "1.pdf"),
]


@pytest.mark.parametrize(("written", "read"), NAMES)
def test_the_name_of_a_file(written: bytes, read: str | None) -> None:
    piece = only(parse(many(b"B", file(written, PDF))))
    assert piece.title == read or (read is None and piece.title)
    assert piece.content == PDF


def test_a_very_long_name_keeps_its_ending() -> None:
    title = only(parse(many(b"B", file(b'filename="' + "Барање ".encode() * 90 + b'.pdf"', PDF)))).title
    assert len(title) <= 200
    assert title.endswith(".pdf")


def test_a_name_stands_in_the_type_when_nothing_else_says_it() -> None:
    part = b'Content-Type: application/pdf; name="=?utf-8?B?0JA=?=.pdf"\r\n\r\n%PDF'
    assert only(parse(many(b"B", part))).title == "А.pdf"
    told = b"Content-Type: application/pdf\r\nContent-Description: =?utf-8?B?0JA=?=\r\n\r\n%PDF"
    assert only(parse(many(b"B", told))).title == "А"


def test_what_is_not_coded_comes_out_as_it_lies() -> None:
    data = bytes(byte for byte in range(256) if byte not in (10, 13)) + b"\r\n\n\r--not\r\n"
    part = b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n" + data
    assert only(parse(many(b"B", part))).content == data


@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_any_end_of_lines(end: bytes) -> None:
    mail = parse(ALL["files"].replace(b"\r\n", end))
    assert [piece.content for piece in mail.pieces] == [PDF, PNG]
    assert codes(mail) == []


def _with_head(head: bytes, *, closed: bool = True) -> bytes:
    """Two files under another header than the right one."""
    whole = many(b"B1", text(), file(b'filename="a.pdf"', PDF), file(b'filename="b.png"', PNG), closed=closed)
    return whole.replace(b'Content-Type: multipart/mixed; boundary="B1"', head)


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (_with_head(b"Content-Type: multipart/mixed"), ["boundary_wrong"]),
        (_with_head(b'Content-Type: multipart/mixed; boundary="other"'), ["boundary_wrong"]),
        (_with_head(b"Content-Type: multipart/mixed; boundary=B1"), []),
        (_with_head(b"CONTENT-TYPE : Multipart/MIXED;\r\n\tBOUNDARY=\"B1\" ; x"), []),
        (_with_head(b"Content-Type: multipart/mixed; boundary=B1", closed=False), ["not_closed"]),
        (ALL["files"].replace(b"\r\n--B1\r\n", b"\r\n--B1--\r\n--B1\r\n", 2), ["parts_late"]),
        (ALL["files"].replace(b"--B1--\r\n", b""), ["not_closed"]),
        (ALL["files"].replace(b"--B1\r\n", b"--B1  \r\n"), []),
        (b"\r\n\r\n" + ALL["files"], []),
        (b"From a@example.mk Mon Oct 12\r\n" + ALL["files"], []),
        (b"\xef\xbb\xbf" + ALL["files"], []),
    ],
)  # fmt: skip
def test_broken_containers_lose_nothing(whole: bytes, said: list[str]) -> None:
    mail = parse(whole)
    assert [piece.content for piece in mail.pieces] == [PDF, PNG]
    assert mail.text == "Почитувани, во прилог."
    assert codes(mail) == said


def test_the_same_boundary_twice() -> None:
    inner = b'Content-Type: multipart/alternative; boundary="B"\r\n\r\n'
    mail = parse(many(b"B", inner, text(), file(b'filename="a.pdf"', PDF)))
    assert only(mail).content == PDF
    assert mail.text == "Почитувани, во прилог."
    assert "boundary_twice" in codes(mail)


def test_a_multipart_without_any_part_is_text() -> None:
    mail = parse(raw("From: a@example.mk\nContent-Type: multipart/mixed; boundary=X", "Само текст."))
    assert (mail.text, mail.pieces, codes(mail)) == ("Само текст.", (), ["no_parts"])


def test_a_container_may_be_coded_against_the_rules() -> None:
    body = ALL["files"].partition(b"\r\n\r\n")[2]
    head = b'From: a@example.mk\r\nContent-Type: multipart/mixed; boundary="B1"\r\nContent-Transfer-Encoding: base64'
    mail = parse(head + b"\r\n\r\n" + b64(body))
    assert [piece.content for piece in mail.pieces] == [PDF, PNG]
    assert codes(mail) == ["container_encoded"]


def test_words_outside_every_part_are_read() -> None:
    mail = parse(ALL["files"] + "Текст по крајот.".encode())
    assert mail.text == "Почитувани, во прилог.\n\nТекст по крајот."
    assert codes(mail) == ["outside"]


@pytest.mark.parametrize(
    ("coded", "kept", "said"),
    [
        (b64(PDF), PDF, []),
        (b64(PDF).replace(b"\r\n", b""), PDF, []),
        (b64(b"abcd").rstrip(b"=\r\n"), b"abcd", ["base64_cut"]),
        (b"YWJjZGVm\r\nZ2", b"abcdefg", ["base64_cut"]),
        (b"YWJjZGVmZ", b"abcdef", ["base64_cut"]),
        (b"YW!Jj\x80ZGVm", b"abcdef", ["base64_broken"]),
        (b"YWI=Y2Q=", b"abcd", ["base64_cut"]),
        (b"> YWJj\r\n> ZGVm", b"abcdef", ["base64_broken"]),
        (b"", b"", ["empty"]),
    ],
)
def test_base64_cut_short_or_dirty(coded: bytes, kept: bytes, said: list[str]) -> None:
    part = b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" + coded
    mail = parse(many(b"B", part))
    assert only(mail).content == kept
    assert codes(mail) == said


@pytest.mark.parametrize(
    ("name", "coded", "kept", "said"),
    [
        (b"quoted-printable", b"=D0=90=\r\n=3D", "А=".encode(), []),
        (b"Quoted-Printable", b"a=ZZb=", b"a=ZZb", ["qp_broken"]),
        (b"quoted-printable", b"a=D", b"a=D", ["qp_broken"]),
        (b"x-uuencode", b"begin 644 a.txt\r\n#86)C\r\n`\r\nend\r\n", b"abc", []),
        (b"x-uuencode", b"begin 644 a.txt\r\n#86)C", b"abc", ["uu_broken"]),
        (b"x-uuencode", b"nothing of it", b"nothing of it", ["uu_broken"]),
        (b"8BIT", b"\xff\xfe", b"\xff\xfe", []),
        (b"strange-64", b"YWJj", b"YWJj", ["encoding_unknown"]),
    ],
)
def test_other_ways_of_travelling(name: bytes, coded: bytes, kept: bytes, said: list[str]) -> None:
    part = b"Content-Type: application/x-a\r\nContent-Transfer-Encoding: " + name + b"\r\n\r\n" + coded
    mail = parse(many(b"B", part))
    assert only(mail).content == kept
    assert codes(mail) == said


def test_a_signed_letter_stays_whole_and_can_be_read() -> None:
    mail = parse(signed())
    whole = only(mail)
    assert (whole.kind, whole.title, whole.content) == (Kind.SIGNED, "Потпис", signed())
    assert [(piece.kind, piece.title) for piece in whole.pieces] == [
        (Kind.ATTACHMENT, "dogovor.pdf"),
        (Kind.SIGNATURE, "smime.p7s"),
    ]
    assert whole.pieces[0].content == PDF
    assert mail.text == "Потпишано писмо."
    within = parse(many(b"w", text(), signed(), head=b"From: a@example.mk"))
    kept = only(within)
    assert kept.kind == Kind.SIGNED
    assert kept.content == signed()


@pytest.mark.parametrize(
    ("media", "name", "kind", "said"),
    [
        (b"application/pkcs7-mime; smime-type=signed-data", b"smime.p7m", Kind.SIGNED, ["sealed"]),
        (b"application/octet-stream", "Договор.pdf.p7m".encode(), Kind.SIGNED, ["sealed"]),
        (b"application/pkcs7-mime; smime-type=enveloped-data", b"smime.p7m", Kind.ENCRYPTED, ["encrypted"]),
        (b"application/ms-tnef", b"winmail.dat", Kind.TNEF, ["tnef"]),
        (b"application/octet-stream", b"WINMAIL.DAT", Kind.TNEF, ["tnef"]),
        (b"application/vnd.ms-outlook", b"pismo.msg", Kind.MSG, ["msg"]),
        (b"application/octet-stream", b"pismo.MSG", Kind.MSG, ["msg"]),
        (b"application/pgp-signature", b"signature.asc", Kind.SIGNATURE, []),
        (b"text/calendar; method=REQUEST", b"pokana.ics", Kind.CALENDAR, []),
        (b"text/plain; charset=utf-8", b"beleshka.txt", Kind.ATTACHMENT, []),
        (b"nonsense", b"a.pdf", Kind.ATTACHMENT, []),
        (b"message/partial; id=1", b"del", Kind.ATTACHMENT, ["partial"]),
        (b"message/external-body; access-type=URL", b"tamu", Kind.ATTACHMENT, ["external_body"]),
    ],
)
def test_what_programs_pack_is_known_and_kept_whole(
    media: bytes, name: bytes, kind: Kind, said: list[str]
) -> None:
    mail = parse(many(b"B", text(), file(b'filename="' + name + b'"', PDF, media)))
    piece = only(mail)
    assert (piece.kind, piece.title, piece.content) == (kind, name.decode(), PDF)
    assert codes(mail) == said


def test_a_letter_that_is_one_sealed_thing() -> None:
    head = b"From: a@example.mk\r\nContent-Type: application/pkcs7-mime; name=smime.p7m"
    mail = parse(head + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64(PDF))
    assert (only(mail).kind, only(mail).content, mail.text) == (Kind.SIGNED, PDF, "")


def test_an_encrypted_letter_is_kept_whole() -> None:
    whole = signed().replace(b"multipart/signed", b"multipart/encrypted")
    assert only(parse(whole)).kind == Kind.ENCRYPTED
    assert only(parse(whole)).content == whole


def test_pictures_in_the_text_and_invitations() -> None:
    picture = b"Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    asked = b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:request\r\nEND:VCALENDAR\r\n"
    mail = parse(many(b"B", text(), picture + b64(PNG), asked))
    assert [(piece.kind, piece.detail) for piece in mail.pieces] == [
        (Kind.INLINE, "logo@x"),
        (Kind.CALENDAR, "REQUEST"),
    ]
    assert [piece.title for piece in mail.pieces] == ["2.png", "3.ics"]


def test_ten_thousand_attachments_cost_nothing() -> None:
    """Counted in calls of functions, for seconds differ from machine to machine."""
    part = b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA"
    whole = many(b"B", *[part] * 10_000, head=b"From: a@example.mk\r\nSubject: Bomba")
    calls = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        mail = parse(whole)
    finally:
        sys.setprofile(None)
    assert (mail.subject, mail.pieces, mail.text) == ("Bomba", (), "")
    assert [(notice.code, notice.detail) for notice in mail.notices] == [("too_many", "10000")]
    assert bytes(mail.raw) == whole
    assert calls < 25_000  # two and a bit for each line that is counted, nothing for what it holds


def test_pieces_are_counted_in_the_whole_tree() -> None:
    part = file(b'filename="a.pdf"', b"a")
    inside = b"Content-Type: message/rfc822\r\n\r\n" + many(b"in", *[part] * 3)
    limits = Limits(pieces=7)
    assert len(list(walk(parse(many(b"out", inside, part, part, part, part), limits=limits)))) == 0
    assert len(list(walk(parse(many(b"out", inside, part, part, part), limits=limits)))) == 7


def test_mails_too_deep_are_kept_whole() -> None:
    deep = raw("From: a@example.mk\nSubject: Dno", "Дно")
    for _ in range(50):
        deep = raw("From: a@example.mk\nSubject: x\nContent-Type: message/rfc822") + deep
    mail = parse(deep)
    pieces = list(walk(mail))
    assert len(pieces) == 8
    assert (pieces[-1].mail, codes(mail)) == (None, ["too_deep"])
    assert deep.endswith(pieces[-1].content)


def test_containers_too_deep_are_kept_whole() -> None:
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (number, number)
        for number in range(900)
    )
    mail = parse(b"From: a@example.mk\r\n" + parts + text())
    assert [piece.media_type for piece in mail.pieces] == ["multipart/mixed"]
    assert mail.pieces[0].content.endswith("прилог.".encode())
    assert "nested_deep" in codes(mail)


def test_mails_and_containers_in_turn_are_no_deeper_together() -> None:
    deep = b"Content-Type: text/plain\r\n\r\nx"
    for number in range(400):
        kind = (
            b"message/rfc822"
            if number % 40 == 0
            else b"multipart/mixed; boundary=b%d\r\n\r\n--b%d" % (number, number)
        )
        deep = (
            b"From: a@example.mk\r\nContent-Type: "
            + kind
            + (b"\r\n\r\n" if number % 40 == 0 else b"\r\n")
            + deep
        )
    mail = parse(deep)
    assert "nested_deep" in codes(mail)
    assert deep.endswith(list(walk(mail))[-1].content)


def test_every_piece_has_a_place_of_its_own() -> None:
    file_alone = b"From: b@example.mk\r\nContent-Type: application/pdf\r\n\r\n%PDF"
    inside = b"Content-Type: message/rfc822\r\n\r\n"
    mail = parse(many(b"B", inside + file_alone, inside + signed(), inside + inside + file_alone))
    assert [piece.at for piece in walk(mail)] == ["1", "1.1", "2", "2.0", "2.1.2", "2.2", "3", "3.1", "3.1.1"]
    assert [piece.at for piece in walk(parse(file_alone))] == ["1"]


def test_a_mail_too_large_is_told_by_its_headers() -> None:
    mail = parse(ALL["files"], limits=Limits(size=100))
    assert [piece.title for piece in mail.pieces] == []
    assert mail.senders[0].mail == "a@example.mk"
    assert codes(mail) == ["too_large"]


def test_a_delivery_report_tells_of_our_letter() -> None:
    mail = parse(returned())
    assert (mail.sort, mail.automatic, mail.returned_id) == (Sort.BOUNCE, True, "letter-17@kumanovo.example")
    (delivery,) = mail.deliveries
    assert (delivery.address, delivery.action, delivery.status) == ("nikoj@example.mk", "failed", "5.1.1")
    assert delivery.reason == "smtp; 550 5.1.1 no such user"
    assert [piece.kind for piece in mail.pieces] == [Kind.REPORT, Kind.MAIL]
    assert parse(returned(action=b"delayed")).sort == Sort.DELAYED
    assert parse(returned(action=b"delivered")).sort == Sort.DELIVERED
    assert parse(returned(action=b"")).sort == Sort.BOUNCE


SORTS = [
    ("Subject: Барање", "", Sort.LETTER, ""),
    ("From: postmaster@example.mk\nSubject: Покана", "", Sort.LETTER, ""),
    ("From: Mail Delivery System <MAILER-DAEMON@x.mk>\nSubject: Mail delivery failed: returning message to sender",
     "------\nMessage-ID: <ours@k.mk>\n", Sort.BOUNCE, "ours@k.mk"),
    ("From: MAILER-DAEMON@x.mk\nReturn-Path: <>\nSubject: failure", "", Sort.BOUNCE, ""),
    ("From: a@x.mk\nX-Failed-Recipients: b@x.mk\nSubject: x", "", Sort.BOUNCE, ""),
    ("From: a@x.mk\nAuto-Submitted: auto-replied (vacation)\nIn-Reply-To: <o@k.mk>", "", Sort.AUTO_REPLY, "o@k.mk"),
    ("From: a@x.mk\nSubject: Автоматски одговор: Решение", "", Sort.AUTO_REPLY, ""),
    ("From: a@x.mk\nSubject: Përgjigje automatike: Vendimi", "", Sort.AUTO_REPLY, ""),
    ("From: a@x.mk\nSubject: Out of Office: x", "", Sort.AUTO_REPLY, ""),
    ("From: a@x.mk\nX-Autoreply: yes", "", Sort.AUTO_REPLY, ""),
    ("From: a@x.mk\nSubject: Барање за автоматски одговор", "", Sort.LETTER, ""),
    ("From: a@x.mk\nAuto-Submitted: auto-generated\nSubject: Известување од е-услуги", "", Sort.LETTER, ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "sort", "about"), SORTS)
def test_letters_are_told_from_what_machines_send(head: str, body: str, sort: Sort, about: str) -> None:
    mail = parse(raw(head, body))
    assert (mail.sort, mail.returned_id) == (sort, about)


def test_a_receipt_of_reading() -> None:
    told = b"Content-Type: message/disposition-notification\r\n\r\nOriginal-Message-ID: <ours@k.mk>\r\n"
    mail = parse(many(b"B", text(), told))
    assert (mail.sort, mail.returned_id) == (Sort.READ, "ours@k.mk")


def test_no_mail_at_all_is_kept_too() -> None:
    for junk in (b"", b"\x00\xff\x80", b"%PDF-1.4\nfile", b":\n", b"=?\n\n"):
        mail = parse(junk, received=datetime(2026, 10, 12, tzinfo=UTC))
        assert bytes(mail.raw) == junk
        assert mail.pieces == ()
