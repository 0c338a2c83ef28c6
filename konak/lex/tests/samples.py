"""The whole acts of `cases/`, by slug and language."""

from functools import cache
from pathlib import Path

from konak.lex import Act, read

CASES = Path(__file__).parent.parent / "cases"
SLUGS = tuple(sorted(path.name.removesuffix(".mk.txt") for path in CASES.glob("*.mk.txt")))


def text(slug: str, lang: str) -> str:
    return (CASES / f"{slug}.{lang}.txt").read_text(encoding="utf-8")


@cache
def act(slug: str, lang: str) -> Act:
    return read(text(slug, lang), lang)
