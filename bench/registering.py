"""Letters registered by eight writers at once, and the same statements said by bare psycopg in the same run.

Three copies of one house: in the first the deed is timed; in the second every writer notes what it says to the
database; in the third the notes are said again by psycopg alone. The identities a sentence gave back are put
into the sentences that used them, so both do the same work.
"""

import pickle
import queue
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.measure import Figure, family, loop, postmaster, process_seconds, wall

WRITERS, WARM, EACH = 8, 15, 150
AT, DAY = datetime(2026, 10, 13, 8, 0, tzinfo=UTC), date(2026, 10, 13)

# one sentence to the database: words, values, what it gave back (None: nothing was read)
Said = tuple[str, Any, Any]


@dataclass
class Run:
    """What eight writers did together: seconds, and CPU seconds a letter of the writers and of the database."""

    seconds: float
    app: float
    database: float

    @property
    def rate(self) -> float:
        return WRITERS * EACH / self.seconds


def figures() -> list[Figure]:
    """Rate, gaps, CPU, statements, and the share of what bare psycopg does."""
    url = furnished()
    for name in ("noted", "bare"):
        copy(url, name)
    timed = run(_register, url)
    gaps = gaps_now()
    with tempfile.TemporaryDirectory() as folder:
        run(_note, address(url, "noted"), folder)
        notes = [pickle.loads(path.read_bytes()) for path in sorted(Path(folder).iterdir())]
        plan = Plan(notes)
        Path(folder, "plan").write_bytes(pickle.dumps(plan))
        bare = run(_say_again, address(url, "bare"), folder)
    statements = max(len(letter) for writer in notes for letter in writer[WARM:])
    floor = f"fixed loop {loop():.2f} s; bare psycopg {bare.rate:.0f}/s, {_ms(bare)}"
    what = f"registering, {WRITERS} writers, PostgreSQL"
    return [
        Figure(f"{what}: letters a second", timed.rate, 250, "/s", at_least=True, floor=floor),
        Figure(f"{what}: gaps", gaps, 0, "gaps"),
        Figure(
            f"{what}: CPU a letter", 1000 * (timed.app + timed.database), 6, "ms", floor=f"of it {_ms(timed)}"
        ),
        Figure(f"{what}: statements", statements, 14, "statements"),
        Figure(f"{what}: share of bare psycopg's rate", timed.rate / bare.rate, 0.5, "", at_least=True),
    ]


def _ms(run: Run) -> str:
    return f"app {1000 * run.app:.2f} + database {1000 * run.database:.2f} ms"


def furnished() -> str:
    """An office with one sender and one letter; gives the address of its database. Nobody is connected afterwards."""
    import os

    from django.db import connection

    from konak.registry.tests.office_of import furnish, letter, sender

    house = furnish()
    letter(house, party=sender(house))  # the first of the year opens the book
    connection.close()
    connection.close_pool()
    return os.environ["KONAK_DATABASE"]


def address(url: str, name: str) -> str:
    return f"{url.rpartition('/')[0]}/{name}"


def copy(url: str, name: str) -> None:
    import psycopg

    with psycopg.connect(address(url, "template1"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {url.rpartition('/')[2]}")


def gaps_now() -> int:
    """Numbers missing in the book, by the house's own audit."""
    from django.db import connection

    from konak.registry.auditing import audit_books

    (book,) = audit_books()
    connection.close()
    connection.close_pool()
    assert book.last == 1 + WRITERS * (WARM + EACH)
    return 0 if book.clean else len(book.audit.gaps)


def run(work: Callable[..., None], url: str, folder: str = "") -> Run:
    """Eight processes at `work`; the clock runs while all of them are past their warming up."""
    context = get_context("spawn")
    ready, done, told = context.Barrier(WRITERS + 1), context.Barrier(WRITERS + 1), context.Queue()
    writers = [
        context.Process(target=_writer, args=(work, url, folder, n, ready, done, told))
        for n in range(WRITERS)
    ]
    for writer in writers:
        writer.start()
    server = postmaster(url)
    try:
        ready.wait(120)
        start, database = wall(), family(server)
        done.wait(300)
        seconds, database = wall() - start, family(server) - database
        app = sum(told.get(timeout=60) for _ in writers)
    except (queue.Empty, RuntimeError):
        raise RuntimeError("a writer failed; its reason stands above") from None
    finally:
        for writer in writers:
            writer.join(60)
    letters = WRITERS * EACH
    return Run(seconds, app / letters, database / letters)


def _writer(
    work: Callable[..., Any], url: str, folder: str, number: int, ready: Any, done: Any, told: Any
) -> None:
    """One process: ready, at work, done."""
    import os

    os.environ["KONAK_DATABASE"] = url
    one = work(number, folder)
    try:
        for turn in range(WARM):
            one(turn)
        ready.wait(120)
        before = process_seconds()
        for turn in range(WARM, WARM + EACH):
            one(turn)
        told.put(process_seconds() - before)
        done.wait(300)
    except BaseException:
        ready.abort()
        done.abort()
        raise
    finally:
        if hasattr(one, "end"):
            one.end()


def _register(number: int, folder: str) -> Callable[[int], object]:
    """The deed itself, as the counter's form calls it."""
    import django

    django.setup()
    from konak.contacts.office import Party
    from konak.kernel.journal import Actor
    from konak.kernel.org import Person, Unit
    from konak.registry import office

    person = Person.objects.get(last="Њаговска")
    clerk = Actor(account=1, person=person.pk, name=person.name, roles=frozenset({"registrar"}))
    party, unit = Party.objects.get(), Unit.objects.get(code="council")

    def one(turn: int) -> object:
        return office.register_incoming(
            clerk,
            at=AT,
            key=f"{number}-{turn}",
            party=party,
            subject=f"Барање број {number}-{turn} за летна тераса",
            language="mk",
            received_on=DAY,
            channel="counter",
            mark="0809",
            unit=unit,
        )

    return one


class _note:
    """The deed, with everything it says to the database noted."""

    def __init__(self, number: int, folder: str) -> None:
        self.path = Path(folder, f"{number}.notes")
        self.register = _register(number, folder)
        self.letters: list[list[Said]] = []
        from django.db import connection

        connection.ensure_connection()
        connection.connection.cursor_factory = _noting(connection.connection.cursor_factory, self.letters)

    def __call__(self, turn: int) -> None:
        self.letters.append([])
        self.register(turn)

    def end(self) -> None:
        self.path.write_bytes(pickle.dumps(self.letters))


def _noting(cursor: Any, letters: list[list[Said]]) -> Any:
    class Noting(cursor):  # type: ignore[misc]
        def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
            letters[-1].append((str(query), tuple(params) if params else None, None))
            return super().execute(query, params, **options)

        def fetchone(self) -> Any:
            row = super().fetchone()
            words, values, first = letters[-1][-1]
            letters[-1][-1] = (words, values, first or row)
            return row

        def fetchall(self) -> Any:
            rows = super().fetchall()
            words, values, first = letters[-1][-1]
            letters[-1][-1] = (words, values, first or tuple(value for row in rows for value in row))
            return rows

        def fetchmany(self, size: int = 0) -> Any:
            rows = super().fetchmany(size)
            words, values, first = letters[-1][-1]
            letters[-1][-1] = (words, values, first or (rows[0] if rows else None))
            return rows

    return Noting


Place = tuple[str, int, int]  # words of a sentence, how often they were said before in this letter, position


def _keyed(letter: list[Said]) -> Iterator[tuple[str, int, Any, Any]]:
    times: Counter[str] = Counter()
    for words, values, row in letter:
        yield words, times[words], values, row
        times[words] += 1


class Plan:
    """Which value of which sentence is what an earlier sentence of the same letter gave back.

    Learned from the notes: a place is such a value when it was equal in every letter.
    """

    def __init__(self, notes: list[list[list[Said]]]) -> None:
        self.notes = notes
        seen: dict[Place, Counter[Place]] = defaultdict(Counter)
        values_of: dict[Place, set[Any]] = defaultdict(set)
        letters = [letter for writer in notes for letter in writer[WARM:]]
        for letter in letters:
            given: dict[Place, Any] = {}
            for words, times, values, row in _keyed(letter):
                for m, value in enumerate(values or ()):
                    if type(value) is int:
                        seen[words, times, m].update(place for place, v in given.items() if v == value)
                for m, value in enumerate(row or ()):
                    given[words, times, m] = value
                    values_of[words, times, m].add(str(value))
        self.again = {
            place: best
            for place, counts in seen.items()
            for best, found in counts.most_common(1)
            if found == len(letters) and len(values_of[best]) > WRITERS
        }


class _say_again:
    """The noted sentences, said by psycopg and nothing else; one transaction a letter."""

    def __init__(self, number: int, folder: str) -> None:
        import os

        import psycopg

        self.plan: Plan = pickle.loads(Path(folder, "plan").read_bytes())
        self.letters = [list(_keyed(letter)) for letter in self.plan.notes[number]]
        self.connection = psycopg.connect(os.environ["KONAK_DATABASE"], autocommit=True, prepare_threshold=3)

    def __call__(self, turn: int) -> None:
        again = self.plan.again
        given: dict[Place, Any] = {}
        with self.connection.transaction(), self.connection.cursor() as cursor:
            for words, times, values, row in self.letters[turn]:
                said = values and [
                    given[again[words, times, m]] if (words, times, m) in again else value
                    for m, value in enumerate(values)
                ]
                cursor.execute(words, said)
                if row:
                    for m, value in enumerate(value for found in cursor.fetchall() for value in found):
                        given[words, times, m] = value

    def end(self) -> None:
        self.connection.close()
