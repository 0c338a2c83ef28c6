"""PDF: the order of reading, paragraphs from rows, what belongs to paper only, and scans."""

import subprocess
import sys
from pathlib import Path

import pytest

from konak.lex import documents, read
from konak.lex.documents import pdf
from konak.lex.tests.documents.made import codes
from konak.lex.tests.documents.made import pdf as one_page
from konak.lex.tests.samples import SLUGS, act, text

PAGE = '#set page(paper: "a4", margin: 2.5cm)\n#set text(size: 11pt, hyphenate: false)\n'
TIGHT = "#set par(justify: true, spacing: 0.65em, first-line-indent: (amount: 1cm, all: true))\n"
SENTENCE = "Секој е должен да се грижи за чистотата на јавните површини во својата улица и населба. "
SENTENCE_SQ = "Secili është i detyruar të kujdeset për pastërtinë e sipërfaqeve publike në rrugën e vet. "
LONG = " ".join(
    word for slug in SLUGS for word in text(slug, "mk").split() if word.isalpha() and len(word) > 2
)


def made(source: str) -> bytes:
    import typst

    return typst.compile(source.encode())


def words(text: str) -> str:
    """Plain words in typst's markup."""
    return "".join(f"\\{sign}" if sign in "#$*_`<>@=-+/[]\\~.\"'(" else sign for sign in text)


def source(whole: str) -> str:
    """An act as a word processor would print it: closing block and tables in columns."""
    out, rows = [], list[list[str]]()
    for line in [*whole.splitlines(), ""]:
        if " | " in line:
            rows.append(line.split(" | "))
            continue
        if rows:
            cells = ", ".join(f"[{words(cell)}]" for row in rows for cell in row)
            out.append(f"#[#set par(first-line-indent: 0pt)\n#table(columns: {len(rows[0])}, {cells})]")
            rows = []
        left, _, right = line.partition("   ")
        if right.strip():
            out.append(f"#grid(columns: (1fr, 1fr), [{words(left)}], [{words(right.strip())}])")
        elif line:
            out.append(words(line))
    return "\n\n".join(out)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize(("lang", "style"), [("mk", ""), ("sq", ""), ("mk", TIGHT), ("sq", TIGHT)])
def test_printed_and_read_back_it_is_the_same_act(slug: str, lang: str, style: str) -> None:
    found = documents.text(made(PAGE + '#set page(numbering: "1")\n' + style + source(text(slug, lang))))
    assert (found.kind, found.lang) == ("pdf", lang)
    assert read(found.text, lang) == act(slug, lang)


def test_headers_and_numbers_of_pages_are_left_out() -> None:
    head = '#set page(header: [Службен гласник на Општина Куманово, бр. 5], numbering: "1 / 1")\n'
    found = documents.text(made(PAGE + head + f"{LONG}\n\n{SENTENCE}"))
    assert found.lines == (LONG, SENTENCE.strip())
    assert codes(found) == {"furniture": 6}


def test_two_columns_are_read_one_after_the_other() -> None:
    body = "".join(f"({n}) {SENTENCE * 2}\n\n" for n in range(1, 21))
    found = documents.text(made(PAGE + "#set page(columns: 2)\n" + body))
    assert found.lines == tuple(f"({n}) {SENTENCE * 2}".strip() for n in range(1, 21))
    assert codes(found)["columns"] == 1


def test_two_languages_side_by_side() -> None:
    grid = f"#grid(columns: (1fr, 1fr), column-gutter: 1cm, [{SENTENCE * 9}], [{SENTENCE_SQ * 9}])"
    data = made(f"{PAGE}#align(center)[СЛУЖБЕН ГЛАСНИК]\n{grid}")
    assert documents.text(data).lines == (
        "СЛУЖБЕН ГЛАСНИК",
        (SENTENCE * 9).strip(),
        (SENTENCE_SQ * 9).strip(),
    )
    only = documents.text(data, lang="sq")
    assert only.lines[-1] == (SENTENCE_SQ * 9).strip()
    assert SENTENCE not in only.text
    assert codes(only) == {"columns": 1, "other_language": 1}


def test_words_broken_at_the_end_of_a_row() -> None:
    broken = "Со одлуката се уре-\\\nдуваат комуналниот ред во општи-\\\nната Куманово."
    body = f"#set par(justify: false)\n#box(width: 6cm)[{broken}]"
    found = documents.text(made(PAGE + body))
    assert found.lines == ("Со одлуката се уредуваат комуналниот ред во општината Куманово.",)
    assert codes(found) == {"hyphens": 2}


def test_centred_headings_stay_apart() -> None:
    found = documents.text(
        made(
            f"{PAGE}#align(center)[О Д Л У К А \\ за комунален ред]\n\n#align(center)[Член 1]\n\n{SENTENCE * 3}"
        )
    )
    assert found.lines == ("О Д Л У К А", "за комунален ред", "Член 1", (SENTENCE * 3).strip())


def test_a_scan_is_told_and_a_scanned_page_noted() -> None:
    pixel = (
        '#image(bytes((255, 0, 0, 0, 255, 0)), format: (encoding: "rgb8", width: 2, height: 1), width: 5cm)'
    )
    with pytest.raises(documents.NotText, match="scan"):
        documents.text(made(PAGE + pixel))
    with pytest.raises(documents.NotText, match="no text"):
        documents.text(made(PAGE + "#rect()"))
    mixed = documents.text(made(f"{PAGE}Прва страница.\n#pagebreak()\n{pixel}"))
    assert mixed.lines == ("Прва страница.",)
    assert codes(mixed) == {"scanned": 1}


def test_turned_text_is_left_out() -> None:
    found = documents.text(made(f"{PAGE}#place(rotate(45deg)[НАЦРТ])\n{SENTENCE}"))
    assert found.lines == (SENTENCE.strip(),)
    assert codes(found) == {"turned": 1}


def test_old_fonts() -> None:
    content = b"BT /F 12 Tf 100 700 Td (Op{tina Kumanovo, ^len 5) Tj ET"
    old = documents.text(one_page(content, b"MACCTimes"))
    assert (old.lines, codes(old)) == (("Општина Куманово, Член 5",), {"legacy_font": 1})
    assert documents.text(one_page(content)).lines == ("Op{tina Kumanovo, ^len 5",)


def test_a_locked_and_a_damaged_file(tmp_path: Path) -> None:
    import pikepdf

    plain, locked = tmp_path / "a.pdf", tmp_path / "b.pdf"
    plain.write_bytes(made(PAGE + "Текст"))
    with pikepdf.open(plain) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(user="тајна", owner="тајна"))
    with pytest.raises(documents.NotText, match="password"):
        documents.text(locked.read_bytes())
    for data in (b"%PDF-1.7\n", b"%PDF-" + bytes(range(256)) * 50):
        with pytest.raises(documents.NotText, match="damaged"):
            documents.text(data)
    # A file cut short is rebuilt as far as it goes, or said to be damaged.
    with pytest.raises(documents.NotText):
        documents.text(plain.read_bytes()[:400])


def test_the_child_knows_nothing_of_the_house() -> None:
    child = str(Path(pdf.__file__).with_name("child.py"))
    told = f"import runpy, sys; runpy.run_path({child!r}); print([n for n in sys.modules if n.startswith('konak')])"
    done = subprocess.run([sys.executable, "-I", "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
