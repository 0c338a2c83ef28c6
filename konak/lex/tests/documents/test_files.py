"""Plain texts in any encoding, kinds told by content, and files that mean harm."""

import pytest

from konak.lex import Unreadable, documents, read
from konak.lex.documents import legacy, package, told
from konak.lex.tests.documents.made import codes, docx, odt, p, zipped
from konak.lex.tests.samples import SLUGS, act, text

BOTH = pytest.mark.parametrize("lang", ["mk", "sq"])
MK = "Одлука за ѓубрето, ќошињата, љубовта, њивите, џебовите, јавноста и ѕвоната на Општина Куманово"
SQ = "Vendim për rendin në çdo vend të Komunës së Kumanovës"


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(
    ("lang", "encoding"),
    [
        ("mk", "utf-8"), ("sq", "utf-8"), ("mk", "utf-8-sig"), ("mk", "utf-16"), ("sq", "utf-16"),
        ("mk", "utf-16-le"), ("sq", "utf-16-be"), ("mk", "cp1251"), ("sq", "cp1250"),
    ],
)  # fmt: skip
def test_encodings(slug: str, lang: str, encoding: str) -> None:
    whole = text(slug, lang)
    spared = whole.replace("²", "2")  # no letter of the old pages
    found = documents.text(spared.encode(encoding))
    assert read(found.text, lang) == read(spared, lang)
    assert (found.lang, found.kind) == (lang, "txt")
    assert codes(found) == ({} if encoding.startswith("utf-8") else {"encoding": 1})


@pytest.mark.parametrize(
    ("words", "encoding"),
    [(MK, "iso8859_5"), (MK.upper(), "iso8859_5"), (MK.upper(), "cp1251"), (SQ, "iso8859_2")],
)
def test_letters_tell_the_page(words: str, encoding: str) -> None:
    assert documents.text(words.encode(encoding)).lines == (words,)


def test_broken_bytes_show() -> None:
    found = documents.text(MK.encode()[:40] + b"\xff" + SQ.encode())
    assert "\ufffd" in found.text
    assert codes(found) == {"broken": 1}


def test_old_fonts_are_decoded_only_where_asked() -> None:
    typed = "Slu`ben glasnik na Op{tina Kumanovo, ^len 5"
    assert documents.text(typed.encode()).lines == (typed,)
    assert legacy.decode(typed) == "Службен гласник на Општина Куманово, Член 5"
    assert legacy.decode("@ ^ [ \\ ` ~ { } | w W q Q x X ] y Y") == "Ж Ч Ш Ѓ ж ч ш ќ ѓ њ Њ љ Љ џ Џ Ќ ѕ Ѕ"


@pytest.mark.parametrize(
    ("font", "old"),
    [
        ("MAC C Times", True), ("Mac C Swiss Bold", True), ("Macedonian Tms", True), ("M_Times", True),
        ("ABCDEF+MACCTimes", True), ("Times New Roman", False), ("Macintosh", False), ("", False), ("M", False),
        ("Macondo", False), ("Arial", False),
    ],
)  # fmt: skip
def test_names_of_old_fonts(font: str, old: bool) -> None:
    assert legacy.is_legacy(font) is old


def _bomb() -> bytes:
    return zipped(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"}
    )


def _thin_bomb() -> bytes:
    """The ratio alone tells it: its size would be allowed."""
    return zipped({"word/document.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})


def _many() -> bytes:
    return zipped({f"{n}.xml": "" for n in range(package.PARTS + 1)})


def _deep() -> bytes:
    return docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)


def _crowded() -> bytes:
    return docx("<w:p>" + "<w:r/><w:t/>" * 600_000 + "</w:p>")


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04", "damaged"),
        (b"PK\x03\x04" + b"\x00" * 4_000, "damaged"),
        (docx(p("x"))[:-30], "damaged"),
        (docx(p("x"))[:200], "damaged"),
        (docx("<w:p>"), "damaged"),
        (docx(p("x")).replace(b"\x50\x4b\x01\x02", b"\x50\x4b\x01\x09"), "damaged"),
        (_bomb(), "bomb"),
        (_thin_bomb(), "bomb"),
        (_many(), "bomb"),
        (_deep(), "bomb"),
        (_crowded(), "bomb"),
        (zipped({"word/document.xml": LAUGHS + "<a>&b;</a>"}), "entities"),
        (zipped({"word/document.xml": (LAUGHS + "<a/>").encode("utf-16")}), "entities"),
        (zipped({"a.txt": "x"}), "archive"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "archive"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 x}", "rtf"),
        (b"\n<!DOCTYPE html><p>x", "markup"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "markup"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"a" * (documents.MOST_BYTES + 1), "large"),
    ],
)
def test_what_gives_no_text_is_refused_with_the_way_out(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        documents.text(data, "акт.docx")
    assert isinstance(refused.value, documents.NotText)
    assert refused.value.code == code
    assert refused.value.words.keys() == {"mk", "sq", "en"}


def test_a_locked_part_is_told() -> None:
    data = bytearray(docx(p("x")))
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[at + 8] |= 1
    with pytest.raises(documents.NotText, match="password"):
        documents.text(bytes(data))


@BOTH
def test_the_kind_is_told_by_content_not_by_name(lang: str) -> None:
    whole = text("objavuvanje", lang)
    for name in ("акт.docx", "акт.pdf", ""):
        assert read(documents.text(whole.encode(), name).text, lang) == act("objavuvanje", lang)
    assert documents.text(odt("<text:p>x</text:p>"), "акт.txt").kind == "odt"


def test_every_sentence_is_there_in_every_language() -> None:
    for words in (*told.NOTES.values(), *told.REFUSALS.values()):
        assert words.keys() == {"mk", "sq", "en"}
        assert all(words.values())
    assert documents.Note("numbers", 3).words["en"] == "Automatic numbers written into the text: 3."


def test_a_damaged_list_of_entries() -> None:
    data = docx(p("x"))
    at = data.rindex(b"PK\x05\x06")
    for size in (b"\xff\xff\xff\x7f", b"\x01\x00\x00\x00"):
        with pytest.raises(documents.NotText):
            documents.text(data[: at + 12] + size + data[at + 16 :])
