"""The search itself: newest first, filtered by audience inside the index."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref

from .audiences import audiences_of
from .words import groups, is_beginning

PER_PAGE = 20
COUNT_UP_TO = 1000
_EXCERPT_FROM = 6000


@dataclass(frozen=True)
class Hit:
    """One thing found, in one language; `excerpt` is plain text around the first word found."""

    ref: Ref
    kind: str
    lang: str
    title: str
    excerpt: str
    day: date


@dataclass(frozen=True)
class Page:
    """One page of hits. `total` is counted up to 1,000; `more` says that there are more than that."""

    hits: Sequence[Hit]
    total: int
    more: bool
    number: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PER_PAGE))


def search(
    query: str, actor: Actor, *, kinds: Iterable[str] = (), lang: str | None = None, page: int = 1
) -> Page:
    """What the actor may find by these words, newest first. All words must be there.

    Beginnings of words count, from three letters on; numbers are meant whole.
    """
    wanted = groups(query)
    number = max(1, page)
    if not wanted:
        return Page([], 0, False, number)
    sql, values = _statement(wanted, audiences_of(actor), tuple(kinds), lang)
    first = (number - 1) * PER_PAGE
    with connection.cursor() as cursor:
        found = _ids(cursor, f"{sql} LIMIT {COUNT_UP_TO + 1}", values)
        total = len(found)
        if total <= COUNT_UP_TO:
            shown = sorted(found, reverse=True)[first : first + PER_PAGE]
        else:  # so frequent that the newest are soon found from the end
            shown = _ids(cursor, f"{sql} ORDER BY r.id DESC LIMIT {PER_PAGE} OFFSET {first}", values)
        rows = _rows(cursor, shown)
    words = [spelling[0] for chunk in wanted for spelling in chunk]
    hits = [
        Hit(Ref(row[0], row[1]), row[2], row[3], row[4], excerpt(row[5], words), _day(row[6])) for row in rows
    ]
    return Page(hits, min(total, COUNT_UP_TO), total > COUNT_UP_TO, number)


def _ids(cursor: Any, sql: str, values: Sequence[str]) -> list[int]:
    cursor.execute(f"SELECT r.id {sql}", values)
    return [number for (number,) in cursor.fetchall()]


def _rows(cursor: Any, ids: Sequence[int]) -> list[Any]:
    if not ids:
        return []
    cursor.execute(
        f"SELECT ref_kind, ref_id, kind, lang, title, substr(body, 1, {_EXCERPT_FROM}), day"  # noqa: S608
        f" FROM konak_search_row WHERE id IN ({', '.join(map(str, ids))}) ORDER BY id DESC"
    )
    rows: list[Any] = cursor.fetchall()
    return rows


def _statement(
    wanted: list[list[list[str]]], audiences: frozenset[str], kinds: tuple[str, ...], lang: str | None
) -> tuple[str, list[str]]:
    if connection.vendor == "postgresql":
        # the words stand in the sentence, so that it is planned for them and not for any words
        values: list[str] = []
        sql = f"FROM konak_search_row r WHERE r.vector @@ '{_tsquery(wanted, audiences)}'::tsquery"
    else:
        values = [_fts5(wanted, audiences)]
        sql = "FROM konak_search_text t JOIN konak_search_row r ON r.id = t.rowid"
        sql += " WHERE konak_search_text MATCH %s"
    if kinds:
        sql += f" AND r.kind IN ({', '.join(['%s'] * len(kinds))})"
        values += kinds
    if lang:
        sql += " AND r.lang = %s"
        values.append(lang)
    return sql, values


def _tsquery(wanted: list[list[list[str]]], audiences: frozenset[str]) -> str:
    """The query in PostgreSQL's spelling; folded words hold nothing but letters and digits."""
    begins = {True: ":*", False: ""}
    chunks = [
        " | ".join(f"{' <-> '.join(run)}{begins[is_beginning(run[-1])]}" for run in chunk) for chunk in wanted
    ]
    return " & ".join(f"({part})" for part in [*chunks, " | ".join(sorted(audiences))])


def _fts5(wanted: list[list[list[str]]], audiences: frozenset[str]) -> str:
    begins = {True: " *", False: ""}
    chunks = [
        " OR ".join(f'"{" ".join(run)}"{begins[is_beginning(run[-1])]}' for run in chunk) for chunk in wanted
    ]
    parts = [f"folded: ({part})" for part in chunks]
    return " AND ".join([*parts, f"audience: ({' OR '.join(sorted(audiences))})"])


def excerpt(body: str, words: Sequence[str], around: int = 14) -> str:
    """Some words of the text around the first that was looked for; plain text."""
    parts = body.split()
    found = 0
    pattern = re.compile("|".join(rf"\b{re.escape(word)}" for word in words))
    for place, part in enumerate(parts):
        if pattern.search(fold(part)):
            found = place
            break
    start = max(0, found - around // 2)
    piece = " ".join(parts[start : start + 2 * around])
    return f"{'… ' if start else ''}{piece}{' …' if start + 2 * around < len(parts) else ''}"


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
