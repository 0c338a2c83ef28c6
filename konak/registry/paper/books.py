"""Printed pages of a book, and the note that closes it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext

from konak.kernel.i18n import Words, cardinal, day_words, spelled
from konak.kernel.ui.paper import render
from konak.registry.models import Book
from konak.registry.sheets import COLUMNS, Cell

House = dict[str, str]
LANGUAGES = ("mk", "sq")
NOTE: dict[str, Words] = {
    "title": {"mk": "Белешка за заклучување", "sq": "Shënim për mbyllje"},
    "text": {
        "mk": "Книгата „%(book)s“ за %(year)s година е заклучена на %(day)s, заклучно со основен број %(last)s"
        " (%(words)s). Во неа има %(entries)s записи. Незавршени предмети што се пренесуваат: %(open)s.",
        "sq": "Libri „%(book)s“ për vitin %(year)s u mbyll më %(day)s, përfundimisht me numrin themelor %(last)s"
        " (%(words)s). Në të ka %(entries)s shënime. Lëndë të papërfunduara që barten: %(open)s.",
    },
    "carried": {"mk": "Пренесени предмети", "sq": "Lëndë të bartura"},
    "clerk": {"mk": "Заклучил", "sq": "Mbylli"},
    "head": {"mk": "Одговорно лице", "sq": "Personi përgjegjës"},
}


def pages(
    book: Book,
    rows: Iterable[tuple[str, Sequence[Cell]]],
    *,
    name: Words,
    period: tuple[date, date],
    house: House,
    lang: str,
    at: datetime,
) -> bytes:
    """Pages of a book in a language of the house; a row is the state of its entry and its ten cells."""
    start, until = period
    data = {
        "title": f"{name[lang]} {book.year}",
        "lang": lang,
        "house": {"name": house},
        "period": f"{day_words(start, lang, weekday=False)} – {day_words(until, lang, weekday=False)}",
        "columns": [str(column) for column in COLUMNS],
        "rows": [
            {"void": state == "void", "cells": [{"text": c.text, "before": c.before} for c in cells]}
            for state, cells in rows
        ],
        "say": {
            "count": gettext("Entries"),
            "true": gettext("True to the original"),
            "signed": gettext("Registry office"),
        },
    }
    return render("registry/book.typ", data, at=at)


def note(book: Book, *, name: Words, carried: Sequence[str], house: House, at: datetime) -> bytes:
    """„Заклучно со број …“ in both languages, to be signed and sealed by hand."""
    closing = book.closing
    said: dict[str, Any] = {"year": book.year, "last": closing.last, "entries": closing.entries}
    data = {
        "title": f"{NOTE['title']['mk']} / {NOTE['title']['sq']}",
        "lang": "mk",
        "house": {"name": house},
        "day": closing.at.date(),
        "notes": {
            lang: NOTE["text"][lang]
            % {
                **said,
                "book": name[lang],
                "day": day_words(closing.at.date(), lang, weekday=False),
                "words": cardinal(closing.last, lang),
                "open": closing.open_cases,
            }
            for lang in LANGUAGES
        },
        "say": {key: {lang: words[lang] for lang in LANGUAGES} for key, words in NOTE.items()},
        "carried": carried,
        "clerk": {lang: spelled(str(closing.by or ""), lang) for lang in LANGUAGES},
    }
    return render("registry/closing.typ", data, at=at)
