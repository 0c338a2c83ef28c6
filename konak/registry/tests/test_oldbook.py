"""The file of an old book as entries, without a database."""

import csv
import io
from datetime import date

import pytest

from konak.registry.oldbook import Entry, Mapping, NotATable, Problem, entries, guess, read

HEAD = ["Основен број", "Предмет", "Подброј", "Датум на прием", "Испраќач/примач", "Број и датум на испраќачот",
        "Орг. единица", "Развод: датум", "Развод: ознака", "Забелешка"]  # fmt: skip
ROW = [
    "08-12",
    "Барање",
    "1",
    "05.03.2024",
    "Иван",
    "03-1/2 од 04.03.2024",
    "Совет",
    "06.03.2024",
    "а/а 0809",
    "",
]
SQ = ["Numri", "Data e pranimit", "Përmbajtja", "Dërguesi"]


def as_csv(*rows: list[str], delimiter: str = ";", charset: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(charset)


def judged(content: bytes, year: int = 2024) -> list[Entry | list[Problem]]:
    table = read(content, "kniga.csv")
    return [said for _row, _cells, said in entries(guess(table.head), table.rows, year)]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_row_of_the_ten_columns_is_an_entry(charset: str, delimiter: str) -> None:
    title = ["Општина Куманово – деловодник 2024"]
    (entry,) = judged(as_csv(title, HEAD, ROW, delimiter=delimiter, charset=charset))
    assert isinstance(entry, Entry)
    assert (entry.row, entry.prefix, entry.basic, entry.sub, entry.subject) == (3, "08", 12, 1, "Барање")
    assert (entry.received_on, entry.closed_on, entry.mark) == (date(2024, 3, 5), date(2024, 3, 6), "0809")
    assert (entry.sender_number, entry.sender_date, entry.unit) == ("03-1/2", date(2024, 3, 4), "Совет")


def test_a_workbook_with_days_and_numbers_as_such() -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(SQ)
    book.active.append([155, date(2024, 3, 5), "Kërkesë", "Shoqata „Ura“"])
    book.active.append(["09-156/2", "2024-03-06", "Përgjigje", "=1+1"])
    out = io.BytesIO()
    book.save(out)
    first, second = judged(out.getvalue())
    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert (first.basic, first.sub, first.received_on, first.party) == (
        155,
        1,
        date(2024, 3, 5),
        "Shoqata „Ura“",
    )
    assert (second.prefix, second.basic, second.sub, second.received_on) == ("09", 156, 2, date(2024, 3, 6))


def test_everything_wrong_with_a_row_is_said_at_once() -> None:
    wrong = ["без број", "", "0", "35.13.2024", "", "", "", "01.01.2023", "", ""]
    (problems,) = judged(as_csv(HEAD, wrong))
    assert problems == [
        Problem("no_number", "basic", "без број"),
        Problem("no_day", "received_on", "35.13.2024"),
        Problem("empty", "subject"),
    ]
    (problems,) = judged(as_csv(HEAD, [*ROW[:7], "01.01.2024", "", ""]))
    assert problems == [Problem("closed_before", "closed_on", "01.01.2024")]
    (problems,) = judged(as_csv(HEAD, ROW), year=2023)
    assert problems == [Problem("other_year", "received_on", "05.03.2024")]


def test_where_the_basic_number_is_left_out_the_one_above_is_meant() -> None:
    below = ["", "Одговор", "2", "07.03.2024", *[""] * 6]
    found = judged(as_csv(HEAD, ROW, below))
    assert [(e.basic, e.sub) for e in found if isinstance(e, Entry)] == [(12, 1), (12, 2)]


def test_needed_columns_are_missed() -> None:
    assert guess(["Забелешка"]).missing == ["number", "received_on", "subject"]
    assert Mapping({"basic": 0, "received_on": 1, "subject": 2}).missing == []


@pytest.mark.parametrize("content", [b"", b"\n\n", b"PK\x03\x04 broken", b"\x00\x01\x02;;", b";;;\r\n;;"])
def test_what_is_no_table_is_said_so(content: bytes) -> None:
    with pytest.raises(NotATable):
        read(content, "kniga.csv")
