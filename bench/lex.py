"""The language of law: reading, comparing and keeping an act of 1,000 articles, beside what others need.

`KONAK_BENCH_PYTHON` may name an interpreter with `bluebell-akn-rs` (Python 3.12) and `redlines` installed;
without it their rows stay out. CPU is the least of several rounds: the work is the same each time.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.measure import Figure, loop, process_seconds, wall

ARTICLES = 1_000
ROUNDS = 9
OTHERS = "KONAK_BENCH_PYTHON"
MILLI = 1_000
OPENING = (
    "Врз основа на член 36 став 1 точка 15 од Законот за локалната самоуправа („Службен весник на Република "
    "Македонија“ бр. 5/2002), Советот на Општина Куманово, на седницата одржана на 24.09.2026 година, донесе"
    "\n\nО Д Л У К А\nза комунален ред\n"
)
CLOSING = """
Број 09-4127/4                                 ПРЕТСЕДАТЕЛ
24.09.2026 година                              на Советот на Општина Куманово
Куманово                                       Весна Трајчева с.р.
"""
FIRST = (
    "Правните и физичките лица се должни да ги одржуваат јавните површини на подрачјето на Општината во "
    "ширина од {} метри и да постапуваат според оваа одлука."
)
LAST = "Трошоците ги поднесува сопственикот на објектот, освен ако со закон поинаку не е определено."
RUST = """
import json, sys, time, _bluebell_rs
text, best = sys.stdin.read(), 9e9
for _ in range(5):
    start = time.process_time()
    _bluebell_rs.parse_to_xml(text, "act", "/akn/mk/act/2026/1")
    best = min(best, time.process_time() - start)
print(best)
"""
REDLINES = """
import json, sys, time
from redlines import Redlines
a, b = json.load(sys.stdin)
start = time.process_time()
Redlines(a, b).output_markdown
print(time.process_time() - start)
"""


def act(articles: int, *, often: str = "еднаш") -> str:
    """The text of an act, a chapter for every 50 articles; `often` is in every hundredth of them."""
    out = [OPENING]
    for number in range(1, articles + 1):
        if number % 50 == 1:
            out.append(f"ГЛАВА {number // 50 + 1}\nОПШТИ ОДРЕДБИ\n")
        out.append(
            f"Одржување на површини\nЧлен {number}\n(1) {FIRST.format(number % 9 + 2)}\n"
            "(2) Одржувањето од ставот 1 на овој член опфаќа:\n1) метење и миење на улици и тротоари;\n"
            f"2) собирање на отпадот {often if number % 100 == 7 else 'еднаш'} неделно, и тоа:\n"
            "а) на плоштадите;\nб) во парковите;\n3) одржување на зеленилото.\n"
            f"(3) {LAST}\n- без надомест за месните заедници;\n- со надомест за сите други.\n"
        )
    return "\n".join([*out, CLOSING])


def markup(articles: int) -> str:
    """The same act as bluebell wants it written."""
    out = ["BODY", ""]
    for number in range(1, articles + 1):
        out.append(
            f"ARTICLE {number} - Одржување на површини\n  PARA (1)\n    {FIRST.format(number % 9 + 2)}\n"
            "  PARA (2)\n    Одржувањето од ставот 1 на овој член опфаќа:\n"
            "    POINT 1)\n      метење и миење на улици и тротоари;\n"
            "    POINT 2)\n      собирање на отпадот еднаш неделно, и тоа:\n"
            "      SUBPOINT а)\n        на плоштадите;\n      SUBPOINT б)\n        во парковите;\n"
            f"    POINT 3)\n      одржување на зеленилото.\n  PARA (3)\n    {LAST}\n"
            "    INDENT -\n      без надомест за месните заедници;\n"
            "    INDENT -\n      со надомест за сите други.\n"
        )
    return "\n".join(out)


def figures() -> list[Figure]:
    """CPU of reading, comparing, writing and validating; memory and start of a process of its own."""
    from konak.lex import akn, diff, read

    text = act(ARTICLES)
    one, other = read(text, "mk"), read(act(ARTICLES, often="двапати"), "mk")
    assert not one.unread
    assert len(diff(one, other)) == ARTICLES // 100
    parse = least(lambda: read(text, "mk"))
    longer = act(10 * ARTICLES)
    grown = least(lambda: read(longer, "mk"), 5)
    akn.validate(akn.write(one))  # the schema is loaded before
    xml = akn.write(one)
    kept = least(lambda: akn.validate(akn.write(one)))
    parts = f"of it writing {least(lambda: akn.write(one)) * MILLI:.0f}, libxml2's parser alone "
    parts += f"{least(lambda: akn.parse(xml)) * MILLI:.0f} ms"
    compared = least(lambda: diff(one, other))
    floor = least(lambda: [line.split() for line in text.splitlines()])
    beside = f"cutting into words alone {floor * MILLI:.1f} ms; fixed loop {loop():.2f} s"
    return [
        Figure("1,000 articles read: CPU", parse * MILLI, 50, "ms", floor=beside),
        *_bluebell(parse),
        Figure(
            "10,000 articles ÷ 1,000 articles", grown / parse, 12, "times", floor=_collector(text, longer)
        ),
        Figure("two versions compared: CPU", compared * MILLI, 10, "ms", floor=_compared_by_others()),
        *_applied(one),
        Figure("XML written and strictly validated: CPU", kept * MILLI, 60, "ms", floor=parts),
        *_process(text),
    ]


def _collector(text: str, longer: str) -> str:
    """The same growth without Python's garbage collector, which looks again at all that lives each time a quarter
    more does: what is left is the reader's own."""
    from konak.lex import read

    gc.disable()
    try:
        alone = least(lambda: read(longer, "mk"), 5) / least(lambda: read(text, "mk"))
    finally:
        gc.enable()
    return f"linear is 10; {alone:.1f} without the garbage collector"


def _applied(one: Any) -> list[Figure]:
    """A hundred operations of every common kind, tree to tree."""
    from konak.lex import walk
    from konak.lex.amend import apply

    operations = changes()
    assert apply(one, operations).refused == ()
    spent = least(lambda: apply(one, operations))
    walked = f"all units with their addresses once {least(lambda: list(walk(one))) * MILLI:.0f} ms"
    return [Figure("100 operations on 1,000 articles: CPU", spent * MILLI, 20, "ms", floor=walked)]


def changes() -> list[Any]:
    """Twenty times five: words, a new paragraph, a new article, a repeal, an end."""
    from konak.lex.amend import operation

    found: list[dict[str, Any]] = []
    for number in range(7, 1000, 50):
        at, after = f"art:{number}", f"art:{number + 1}"
        found += [
            {"op": "replace_words", "target": f"{at}/para:2/point:1", "old": "улици", "new": "патишта"},
            {"op": "insert", "target": f"after {at}/para:3", "unit": "para:4", "content": "Ова важи и зиме."},
            {"op": "insert", "target": f"after {at}", "unit": f"{at}-а", "content": "Текст на новиот член."},
            {"op": "repeal", "target": f"{after}/para:3"},
            {"op": "replace_end", "target": f"art:{number + 2}/para:1", "old": ".", "new": ";"},
        ]
    return [operation(data) for data in found]


def least(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """CPU seconds of the quickest round."""
    found = []
    for _ in range(rounds):
        start = process_seconds()
        deed()
        found.append(process_seconds() - start)
    return min(found)


def _others(code: str, told: str) -> float | None:
    """What another interpreter prints; None where there is none."""
    if not (python := os.environ.get(OTHERS)):
        return None
    done = subprocess.run(
        [python, "-c", code], input=told, text=True, check=True, capture_output=True, timeout=600
    )
    return float(done.stdout)


def _bluebell(parse: float) -> list[Figure]:
    if (rust := _others(RUST, markup(ARTICLES))) is None:
        return []
    said = f"bluebell-akn-rs, its own markup: {rust * MILLI:.0f} ms"
    return [Figure("times as fast as bluebell (Rust)", rust / parse, 3, "times", at_least=True, floor=said)]


def _compared_by_others() -> str:
    """lxml.html.diff on the same two texts; redlines on a tenth of them."""
    from lxml.html.diff import htmldiff

    pages = [
        "".join(f"<p>{line}</p>" for line in act(ARTICLES, often=word).splitlines() if line)
        for word in ("еднаш", "двапати")
    ]
    said = f"lxml.html.diff {least(lambda: htmldiff(*pages), 1):.1f} s"
    tenth = json.dumps([act(ARTICLES // 10), act(ARTICLES // 10, often="двапати")])
    red = _others(REDLINES, tenth)
    return said + (f"; redlines on 100 articles {red:.2f} s" if red is not None else "")


def _process(text: str) -> list[Figure]:
    """Peak memory of a process that reads the act, and the wall time of the command on a short one."""
    told = (
        "import sys; from konak.lex import read; act = read(sys.stdin.read(), 'mk');"
        "lines = open('/proc/self/status').read().splitlines();"  # ru_maxrss would be the parent's
        "print(next(line.split()[1] for line in lines if line.startswith('VmHWM')), len(act.body))"
    )
    done = subprocess.run(
        [sys.executable, "-c", told], input=text, text=True, check=True, capture_output=True
    )
    peak = int(done.stdout.split()[0]) / 1024
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "act.txt")
        file.write_text(act(3), encoding="utf-8")
        words = [sys.executable, "-m", "konak", "lex", "parse", str(file)]
        start = min(_wall(words) for _ in range(ROUNDS))
        bare = min(_wall([sys.executable, "-c", "pass"]) for _ in range(ROUNDS))
    return [
        Figure("1,000 articles read: peak memory", peak, 60, "MB"),
        Figure("`konak lex parse` on text: wall", start, 0.15, "s", floor=f"Python alone {bare:.3f} s"),
    ]


def _wall(words: list[str]) -> float:
    start = wall()
    subprocess.run(words, check=True, capture_output=True)
    return wall() - start
