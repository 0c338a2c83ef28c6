"""PDF with a text layer: letters and their places to lines of text, as a person reads the page.

The letters are found by a program of its own (`child.py`, with PDFium), whose time and memory are limited.
"""

import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from konak.lex.documents import legacy
from konak.lex.documents.document import NotText
from konak.lex.documents.pdf import columns, furniture, grids, lines
from konak.lex.documents.pdf.rows import Run, rows

_CHILD = str(Path(__file__).with_name("child.py"))
_SECONDS = 90  # by the clock; the child counts its own seconds of work


def read(data: bytes, lang: str | None) -> tuple[list[str], Counter[str]]:
    """The lines of the document and codes of notes. `lang` chooses the columns where every page sets two
    languages side by side."""
    notes = Counter[str]()
    told = _letters(data)
    old = [legacy.is_legacy(name) for name in told["fonts"]]
    pages = []
    for page in told["pages"]:
        runs, tables = grids.taken([_run(run, old, notes) for run in page["runs"]], page["rules"])
        pages.append(sorted([*rows(runs), *tables], key=lambda row: -row.base))
    if not any(pages):
        raise NotText("scan" if any(page["pictures"] for page in told["pages"]) else "empty")
    for page, said in zip(told["pages"], pages, strict=True):
        notes["scanned"] += not said and page["pictures"] > 0
        notes["turned"] += page["turned"] > 0
    kept = furniture.without(pages, [page["height"] for page in told["pages"]], notes)
    blocks = columns.in_order(kept, lang, notes)
    found = lines.joined(blocks, notes)
    notes["unknown_letters"] += sum(line.count("\ufffd") for line in found)
    return found, notes


def _letters(data: bytes) -> dict[str, Any]:
    """What the child found; `NotText` with its reason, or when it was stopped or fell. PDFium aborts when
    it is given no more memory."""
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-I", _CHILD], input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as fault:
        raise NotText("slow") from fault
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGABRT):
        raise NotText("slow")
    if done.returncode:
        raise NotText("damaged")
    told: dict[str, Any] = json.loads(done.stdout)
    if "refused" in told:
        raise NotText(told["refused"])
    return told


def _run(told: list[Any], old: list[bool], notes: Counter[str]) -> Run:
    left, right, base, size, font, word, text = told
    text = text.replace("\x02", "-").replace("\xad", "-").replace("\ufffe", "-")
    if old[font]:
        text = legacy.decode(text)
        notes["legacy_font"] += 1
    return Run(left, right, base, size, text, word - left)
