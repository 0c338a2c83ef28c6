"""Texts, people and days of mails: what a clerk reads is what the sender wrote."""

from datetime import UTC, datetime

import pytest

from konak.intake.mail import Address, parse
from konak.intake.mail.headers import _BARE
from konak.intake.mail.markup import flowed, readable

from .letters import many, raw
from .test_pieces import codes

MK = "Почитувани, Ви ја доставувам жалбата против решението за градежното земјиште во Ѓорче Петров."
SQ = "Të nderuar, ju dërgoj ankesën kundër vendimit për tokën ndërtimore, faleminderit për mirëkuptimin çdo ditë."
RU = "Уважаемые коллеги, направляем вам приглашение на конференцию городов."


@pytest.mark.parametrize(
    ("words", "real", "declared", "said"),
    [
        (MK, "utf-8", "utf-8", []),
        (MK, "windows-1251", "windows-1251", []),
        (MK, "windows-1251", "win-1251", []),
        (MK, "windows-1251", "utf-8", ["charset_wrong"]),
        (MK, "windows-1251", "us-ascii", ["charset_wrong"]),
        (MK, "windows-1251", "iso-8859-1", ["charset_wrong"]),
        (MK, "windows-1251", "", ["charset_guessed"]),
        (MK, "windows-1251", "x-unheard-of", ["charset_unknown"]),
        (MK, "windows-1251", "hex", ["charset_unknown"]),
        (MK, "utf-8", "windows-1252", ["charset_wrong"]),
        (MK, "utf-8", "", []),
        (MK, "iso8859_5", "iso-8859-5", []),
        (MK, "iso8859_5", "", ["charset_guessed"]),
        (MK, "mac_cyrillic", "x-mac-cyrillic", []),
        (MK, "cp855", "", ["charset_guessed"]),
        (MK.upper(), "windows-1251", "", ["charset_guessed"]),
        (MK, "utf-16", "utf-16", []),
        (RU, "koi8_r", "koi8-r", []),
        (RU, "koi8_r", "", ["charset_guessed"]),
        (RU.upper(), "koi8_r", "", ["charset_guessed"]),
        (RU, "koi8_r", "utf-8", ["charset_wrong"]),
        (SQ, "utf-8", "", []),
        (SQ, "windows-1252", "windows-1252", []),
        (SQ, "windows-1252", "", ["charset_guessed"]),
        (SQ, "iso8859_1", "utf-8", ["charset_wrong"]),
        (SQ, "windows-1250", "windows-1250", []),
    ],
)
def test_the_text_of_any_charset(words: str, real: str, declared: str, said: list[str]) -> None:
    charset = f"; charset={declared}" if declared else ""
    mail = parse(raw(f"From: a@b.mk\nContent-Type: text/plain{charset}") + words.encode(real))
    assert mail.text == words
    assert codes(mail) == said


@pytest.mark.parametrize("wrong", ["cp1251", "cp1252", "latin-1"])
def test_text_scrambled_on_its_way_is_put_right(wrong: str) -> None:
    scrambled = "".join(_windows(byte, wrong) for byte in MK.encode())
    mail = parse(raw("From: a@b.mk\nContent-Type: text/plain; charset=utf-8", f"{scrambled}\nЦел ред.\n"))
    assert mail.text == f"{MK}\nЦел ред."
    assert codes(mail) == ["mojibake"]
    assert parse(raw(f"From: a@b.mk\nSubject: {scrambled}")).subject == MK


def _windows(byte: int, charset: str) -> str:
    """A byte as Windows reads it: what the charset lacks goes through."""
    return bytes([byte]).decode(charset, "ignore") or chr(byte)


def test_a_torn_letter_costs_one_letter() -> None:
    data = MK.encode()[:-3] + b"\xd0"
    mail = parse(raw("From: a@b.mk\nContent-Type: text/plain; charset=utf-8") + data)
    assert mail.text.startswith(MK[:-3])
    assert codes(mail) == ["text_damaged"]


SUBJECTS = [
    ("=?utf-8?B?0JHQsNGA0LDRmtC1?=", "Барање"),
    ("=?utf-8?Q?=D0=91=D0=B0?= =?utf-8?Q?=D1=80=D0=B0?=", "Бара"),
    ("=?utf-8?Q?=D0=91=D0?=\n =?utf-8?Q?=B0=D1=80?=", "Бар"),
    ("=?utf-8?B?0JE=?= =?utf-8?Q?=D0=B0?=", "Ба"),
    ("=?utf-8?B?0JHQsNGA0LDRmtC1?= 08-155/3", "Барање 08-155/3"),
    ("Re: =?windows-1251?Q?=C1=E0=F0=E0=9C=E5?=", "Re: Барање"),
    ("=?koi8-r?B?+sHR18zFzsnF?=", "Заявление"),
    ("=?utf-8?B?wcHBwQ==?=", None),
    ("=?x-unknown?Q?=D0=91=D0=B0?=", "Ба"),
    ("=?utf-8?Q?broken", "=?utf-8?Q?broken"),
    ("=??B?0JE=?=", "Б"),
    ("=?utf-8?B?0JHQsNGA0LDRmtC1", "=?utf-8?B?0JHQsNGA0LDRmtC1"),
    ("=?utf-8*mk?Q?=D0=91?=", "Б"),
    ("Прв\n\tвтор\n  трет", "Прв втор трет"),
    ("a=?utf-8?Q?b?=c", "abc"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "read"), SUBJECTS)
def test_the_subject(written: str, read: str | None) -> None:
    subject = parse(raw(f"From: a@b.mk\nSubject: {written}")).subject
    assert subject == read or (read is None and subject)


@pytest.mark.parametrize("charset", ["utf-8", "cp1251"])
def test_the_subject_in_raw_letters(charset: str) -> None:
    subject = "Жалба против решение за комунална такса"
    assert parse(b"From: a@b.mk\nSubject: " + subject.encode(charset) + b"\n\n").subject == subject


PEOPLE = [
    ("ana@example.mk", [("", "ana@example.mk")]),
    ("<ana@example.mk>", [("", "ana@example.mk")]),
    ("Ана Петрова <ana@example.mk>", [("Ана Петрова", "ana@example.mk")]),
    ('"Петрова, Ана" <ana@example.mk>', [("Петрова, Ана", "ana@example.mk")]),
    ("Петрова, Ана <ana@example.mk>", [("Петрова, Ана", "ana@example.mk")]),
    ("=?utf-8?B?0JDQvdCw?= <ana@example.mk>", [("Ана", "ana@example.mk")]),
    ('"=?utf-8?B?0JDQvdCw?=" <ana@example.mk>', [("Ана", "ana@example.mk")]),
    ("=?utf-8?Q?Ana_<ana@example.mk>?=", [("Ana", "ana@example.mk")]),
    ("ana@example.mk (Ана)", [("Ана", "ana@example.mk")]),
    ("ana@example.mk Ана", [("Ана", "ana@example.mk")]),
    ("Ана", [("Ана", "")]),
    ("a@x.mk, b@x.mk; c@x.mk", [("", "a@x.mk"), ("", "b@x.mk"), ("", "c@x.mk")]),
    ("Совет: Ана <a@x.mk>, b@x.mk;, c@x.mk", [("Ана", "a@x.mk"), ("", "b@x.mk"), ("", "c@x.mk")]),
    ("undisclosed-recipients:;", []),
    ("Ана <ana@xn--e1afmkfd.xn--d1alf>", [("Ана", "ana@пример.мкд")]),
    ("<mailto:ana@example.mk>", [("", "ana@example.mk")]),
    ("ana@example.mk <ana@example.mk>", [("ana@example.mk", "ana@example.mk")]),
    ("'Ана' <ana@example.mk>", [("Ана", "ana@example.mk")]),
    ('"', []),
    ("(c):", []),
    ("<>", []),
    (",,;", []),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), PEOPLE)
def test_who_wrote(written: str, read: list[tuple[str, str]]) -> None:
    assert [(who.name, who.mail) for who in parse(raw(f"From: {written}")).senders] == read


def test_several_who_wrote_and_who_pressed_the_button() -> None:
    mail = parse(raw("From: a@x.mk\nFrom: b@x.mk\nSender: c@x.mk\nReply-To: d@x.mk\nCc: e@x.mk"))
    assert [who.mail for who in mail.senders] == ["a@x.mk", "b@x.mk"]
    assert [who[0].mail for who in (mail.sent_by, mail.reply_to, mail.cc)] == ["c@x.mk", "d@x.mk", "e@x.mk"]
    assert codes(mail) == ["senders_many"]


def test_addresses_compare_in_either_writing() -> None:
    assert Address("", "Ana@ПРИМЕР.мкд").key == Address("Ана", "ana@xn--e1afmkfd.xn--d1alf").key
    assert Address("", "").key == ""


NOON = datetime(2026, 10, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "moment", "said"),
    [
        ("Mon, 12 Oct 2026 09:00:00 +0200", "2026-10-12T07:00:00+00:00", []),
        ("Mon, 12 Oct 2026 09:00:00 +0200 (CEST)", "2026-10-12T07:00:00+00:00", []),
        ("12 Oct 26 09:00 GMT", "2026-10-12T09:00:00+00:00", []),
        ("Mon, 12 Oct 2026 09:00:00", "2026-10-12T09:00:00+00:00", ["date_zone"]),
        ("Mon, 12 Oct 2026 09:00:00 +9900", "2026-10-12T09:00:00+00:00", ["date_zone"]),
        ("Mon, 12 Oct 2026 09:00:00 MESTZ", "2026-10-12T09:00:00+00:00", ["date_zone"]),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None, ["date_absurd"]),
        ("Mon, 12 Oct 2126 09:00:00 +0200", None, ["date_absurd"]),
        ("Mon, 99 Oct 2026 09:00:00 +0200", None, ["date_unreadable"]),
        ("понеделник, 12 октомври 2026", None, ["date_unreadable"]),
        ("Mon, 12 Oct 9999999 09:00:00 +0200", None, ["date_unreadable"]),
    ],
)
def test_when_it_was_written(written: str, moment: str | None, said: list[str]) -> None:
    mail = parse(raw(f"From: a@b.mk\nDate: {written}"), received=NOON)
    assert (mail.date.astimezone(UTC).isoformat() if mail.date else None) == moment
    assert mail.date_written == written
    assert [notice.code for notice in mail.notices] == said


def test_a_mail_without_a_date_says_so() -> None:
    assert [notice.code for notice in parse(raw("From: a@b.mk")).notices] == ["date_absent"]


def test_identities_of_the_mail_and_those_before_it() -> None:
    mail = parse(
        raw("Message-ID: <[b378@example.mk]>\nIn-Reply-To: Your mail <a@x>\nReferences: <a@x>\n <b@x> <a@x>")
    )
    assert (mail.message_id, mail.in_reply_to, mail.references) == (
        "[b378@example.mk]",
        ("a@x",),
        ("a@x", "b@x"),
    )


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("Дополна на барање 08-155/3", ("08-155/3",)),
        ("Re: 35-1657/3 и 0405-2112/4", ("35-1657/3", "0405-2112/4")),
        ("Предмет бр.08-155", ("08-155",)),
        ("бр. 08 – 155 / 3", ("08-155/3",)),
        ("тел. 031-475-222", ()),
        ("Буџет 2025-2026", ()),
        ("12-10-2026", ()),
        ("од 12.10-15", ()),
        ("08-155/3, 08-155/3", ("08-155/3",)),
    ],
)
def test_numbers_of_ours_in_the_subject(subject: str, found: tuple[str, ...]) -> None:
    assert parse(raw(f"From: a@b.mk\nSubject: {subject}")).numbers == found


def test_codes_of_receipts_in_the_subject() -> None:
    mail = parse(raw("From: a@b.mk\nSubject: Потврда 7KPQ2MWX9T, NEPOZNATOO, 1234567890, abcdefgh23"))
    assert mail.receipts == ("7KPQ2MWX9T", "ABCDEFGH23")


def test_plain_text_is_preferred_and_html_read_when_alone() -> None:
    html = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>HTML</p>"
    plain = b"Content-Type: text/plain; charset=utf-8\r\n\r\nplain"
    both = many(b"B", plain, html).replace(b"multipart/mixed", b"multipart/alternative")
    assert parse(both).text == "plain"
    blank = many(b"B", plain.replace(b"plain", b" ")[:-1], html).replace(b"mixed", b"alternative")
    assert parse(blank).text == "HTML"
    assert parse(many(b"B", plain, html)).text == "plain\n\nHTML"


def test_html_names_its_charset_itself() -> None:
    page = f"<html><meta charset=windows-1251><body>{MK}</body>".encode("cp1251")
    mail = parse(raw("From: a@b.mk\nContent-Type: text/html") + page)
    assert (mail.text, codes(mail)) == (MK, [])


HTML = [
    ("<p>Еден</p><p>Два</p>", "Еден\n\nДва"),
    ("Еден<br>два<BR/>три", "Еден\nдва\nтри"),
    ("<div>a <b>b</b>\n c</div><div>d</div>", "a b c\nd"),
    ("<style>p {}</style><script>alert('<p>')</script><title>t</title>Текст", "Текст"),
    ("<!-- <p>no</p> -->Да<![if !mso]>!<![endif]>", "Да!"),
    ("<table><tr><td>Ред</td><td>1</td></tr><tr><td>Збир</td><td>2</td></tr></table>", "Ред\t1\nЗбир\t2"),
    ("<ul><li>a<li>b</ul>", "- a\n- b"),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n\n> > b\n\nc"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ('<a href="https://x.mk/a?b=1&amp;c">тука</a>', "тука <https://x.mk/a?b=1&c>"),
    ('<a href="https://x.mk/">https://x.mk</a> <a href="javascript:x()">z</a>', "https://x.mk z"),
    ("<a href=mailto:a@x.mk>Ана</a>", "Ана <a@x.mk>"),
    ('<img src="http://track/1.png" alt="Грб"><img src=x>', "[Грб]"),
    ("&lt;b&gt; &amp; &euro; &#1116;&nbsp;a", "<b> & € ќ\xa0a"),
    ("1 < 2 и 3 > 2 <", "1 < 2 и 3 > 2 <"),
    ('<p title="a>b">c</p', "c</p"),
    ("<p>отворен <b>", "отворен"),
    ("<script>без крај", ""),
    ("</blockquote></pre>a", "a"),
]


@pytest.mark.parametrize(("page", "words"), HTML)
def test_html_reduced_to_its_words(page: str, words: str) -> None:
    assert readable(page) == words


@pytest.mark.parametrize(
    "bit", ["<", "<!--", "<a ", '<a "', "<a x='", "&", "<p>", "</", "<!", "<![if", "<pre>", "<a href=x>"]
)
def test_html_meant_to_harm_is_read_once(bit: str) -> None:
    """A reducer whose time grows with the square would not end here before the suite is stopped."""
    assert isinstance(readable(bit * 200_000), str)


def test_headers_and_lines_meant_to_harm_are_read_once() -> None:
    """Here too: what once took the square of its length would not end."""
    assert _BARE.search("a" * 10_000_000) is None
    assert len(flowed("a \n" * 1_000_000, delsp=False)) == 2_000_000 - 1


@pytest.mark.parametrize(
    ("params", "body", "words"),
    [
        ("; format=flowed", "Долга \nреченица.\nНова.", "Долга реченица.\nНова."),
        ("; format=flowed; delsp=yes", "Долга \nречени \nца.", "Долгареченица."),
        ("; format=flowed", "> цитат \n> продолжен\nодговор", "> цитат продолжен\nодговор"),
        ("; format=flowed", " > не е цитат\n-- \nАна", "> не е цитат\n--\nАна"),
        ("", "Долга \nреченица.", "Долга \nреченица."),
    ],
)
def test_lines_cut_to_be_joined(params: str, body: str, words: str) -> None:
    head = f"From: a@b.mk\nContent-Type: text/plain; charset=utf-8{params}"
    assert parse(raw(head, body)).text == words
