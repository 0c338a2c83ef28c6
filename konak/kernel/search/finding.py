"""The search itself: newest first, filtered by audience inside the index."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref

from .audiences import audiences_of
from .words import groups

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
    """What the actor may find by these words, newest first. All words must be there; beginnings count."""
    wanted = groups(query)
    number = max(1, page)
    if not wanted:
        return Page([], 0, False, number)
    sql, values = _statement(wanted, audiences_of(actor), tuple(kinds), lang)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM (SELECT 1 {sql} LIMIT {COUNT_UP_TO + 1}) AS c", values)  # noqa: S608
        (total,) = cursor.fetchone()
        cursor.execute(
            "SELECT r.ref_kind, r.ref_id, r.kind, r.lang, r.title,"
            f" substr(r.body, 1, {_EXCERPT_FROM}), r.day {sql}"
            f" ORDER BY r.id DESC LIMIT {PER_PAGE} OFFSET {(number - 1) * PER_PAGE}",
            values,
        )
        rows = cursor.fetchall()
    words = [spelling[0] for chunk in wanted for spelling in chunk]
    hits = [
        Hit(Ref(row[0], row[1]), row[2], row[3], row[4], excerpt(row[5], words), _day(row[6])) for row in rows
    ]
    return Page(hits, min(total, COUNT_UP_TO), total > COUNT_UP_TO, number)


def _statement(
    wanted: list[list[list[str]]], audiences: frozenset[str], kinds: tuple[str, ...], lang: str | None
) -> tuple[str, list[str]]:
    if connection.vendor == "postgresql":
        values: list[str] = [_tsquery(wanted, audiences)]
        sql = "FROM konak_search_row r WHERE r.vector @@ %s::tsquery"
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
    chunks = [" | ".join(" <-> ".join([*run[:-1], f"{run[-1]}:*"]) for run in chunk) for chunk in wanted]
    return " & ".join(f"({part})" for part in [*chunks, " | ".join(sorted(audiences))])


def _fts5(wanted: list[list[list[str]]], audiences: frozenset[str]) -> str:
    chunks = [" OR ".join(f'"{" ".join(run)}" *' for run in chunk) for chunk in wanted]
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
