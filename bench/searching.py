"""Search in 200,000 documents by a clerk who may see one in ten of them, in both scripts, near and far pages."""

import random
from datetime import date, timedelta
from pathlib import Path

from bench.measure import Figure, loop, percentile, timed
from konak.kernel.i18n import transliterate

DOCUMENTS, UNITS, WORDS = 200_000, 10, 60
PAGES = (1, 20)
ASKED = (  # frequent and rare, one word and several, beginnings, numbers, both languages
    "одлука",
    "одлука за користење",
    "надоместок",
    "летна тераса",
    "комунален ред",
    "општина куманово",
    "јавни површини",
    "совет",
    "член 36",
    "предмет 1207",
    "vendim",
    "këshilli i komunës",
    "shfrytëzimin",
    "kërkesë",
    "teracë",
)


def figures() -> list[Figure]:
    """Milliseconds that 95 of 100 searches need at most."""
    from django.db import connection

    from konak.kernel.journal import Actor
    from konak.kernel.search import search

    fill()
    clerk = Actor(account=1, person=1, roles=frozenset({"officer"}), units=frozenset({7}))
    asked = [query for words in ASKED for query in {words, transliterate(words)}]
    found = [search(words, clerk).total for words in asked]
    walls = [
        second
        for words in asked
        for page in PAGES
        for second in timed(lambda w=words, p=page: search(w, clerk, page=p), 8)  # type: ignore[misc]
    ]
    with connection.cursor() as cursor:
        count = timed(lambda: cursor.execute("SELECT count(*) FROM konak_search_row"), 5)
    floor = (
        f"{len(asked)} queries, {min(found)} to {max(found)} hits; counting the rows once"
        f" {1000 * percentile(count, 0.5):.0f} ms; fixed loop {loop():.2f} s"
    )
    what = f"search in {DOCUMENTS:,} documents, one in ten seen"
    return [Figure(f"{what}: p95", 1000 * percentile(walls, 0.95), 50, "ms", floor=floor)]


def fill() -> None:
    """Documents of sentences from real-shaped acts, a tenth of them for each unit."""
    from django.db import connection

    from konak import lex
    from konak.kernel.search import unit
    from konak.kernel.search.models import Row
    from konak.kernel.search.words import folded

    chance = random.Random(1)  # the same documents in every run
    cases = sorted((Path(lex.__file__).parent / "cases").glob("*.txt"))
    words = {
        lang: [w for case in cases if case.stem.endswith(lang) for w in case.read_text("utf-8").split()]
        for lang in ("mk", "sq")
    }

    def document(n: int) -> Row:
        lang = "sq" if n % 4 == 0 else "mk"
        start = chance.randrange(len(words[lang]) - WORDS)
        body = " ".join(words[lang][start : start + WORDS])
        title = f"{'Lënda' if lang == 'sq' else 'Предмет'} {n}"
        return Row(
            ref_kind="registry.document",
            ref_id=n,
            lang=lang,
            kind="registry.document",
            title=title,
            body=body,
            folded=folded(title, body),
            audience=unit(n % UNITS),
            day=date(2020, 1, 1) + timedelta(days=n // 80),
        )

    Row.objects.bulk_create((document(n) for n in range(1, DOCUMENTS + 1)), batch_size=5000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE konak_search_row")
