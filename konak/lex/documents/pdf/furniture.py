"""Headers, footers and numbers of pages: found because they come back, and left out."""

import re
from collections import Counter

from konak.lex.documents.pdf.rows import Row

_EDGE = 3  # rows from the top and the bottom of a page where furniture may stand
_MARGIN = 0.12  # of the page's height
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:стр(?:ана|\.)?|страница|faqe|faqja|f\.)\s?)?(\d{1,4})(?:\s?(?:од|/|nga|prej)\s?\d{1,4})?\W{0,3}\Z",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:Член|ЧЛЕН|Neni|NENI|Прилог|Shtojca)\s?\d|\(\d|[-–•] ?[^\W\d_]")
_DIGITS = re.compile(r"\d+")


def without(pages: list[list[Row]], heights: list[float], notes: Counter[str]) -> list[list[Row]]:
    """The pages without what only belongs to paper. A text at the edge is furniture when it stands at the
    same height of several pages but for its digits, and is no label of a unit; a number when it counts the pages."""
    edges = [_edges(rows, height) for rows, height in zip(pages, heights, strict=True)]
    seen = Counter(key for keys in edges for key in set(keys.values()))
    needed = 2 if len(pages) < 6 else 3
    offsets = Counter(
        shift for at, rows in enumerate(pages) for shift in {_count(rows[i], at) for i in edges[at]} - {None}
    )
    kept = []
    for at, rows in enumerate(pages):
        drop = {i for i, key in edges[at].items() if seen[key] >= needed}
        drop |= {i for i in edges[at] if _counts_pages(_count(rows[i], at), offsets, len(pages))}
        notes["furniture"] += len(drop)
        kept.append([row for i, row in enumerate(rows) if i not in drop])
    return kept


def _edges(rows: list[Row], height: float) -> dict[int, tuple[str, int]]:
    """{place of a row: its text without digits and its height in steps} for rows in the margins."""
    places = {*range(min(_EDGE, len(rows))), *range(max(0, len(rows) - _EDGE), len(rows))}
    return {
        i: (_DIGITS.sub("#", rows[i].text), round(rows[i].base / 4))
        for i in places
        if not _MARGIN * height <= rows[i].base <= (1 - _MARGIN) * height and not _LABEL.match(rows[i].text)
    }


def _count(row: Row, at: int) -> int | None:
    """How far a page's printed number runs ahead of its place; None for a row that is no number."""
    found = _NUMBER.match(row.text) if len(row.text) < 30 else None
    return int(found[1]) - at if found else None


def _counts_pages(shift: int | None, offsets: Counter[int | None], pages: int) -> bool:
    return shift is not None and (offsets[shift] > 1 or (pages == 1 and shift == 1))
