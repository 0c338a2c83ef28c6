"""Printed forms of the писарница: data for the sheets beside this file."""

from datetime import date, datetime
from typing import Any

from konak.kernel.i18n import day_words, spelled
from konak.kernel.norms import on
from konak.kernel.ui.paper import render
from konak.registry.models import Document
from konak.registry.queries import their_number

SAID: dict[str, dict[str, str]] = {
    "slip": {"mk": "Потврда за прием", "sq": "Vërtetim i pranimit"},
    "received": {"mk": "Примено на", "sq": "Pranuar më"},
    "sender": {"mk": "Испраќач", "sq": "Dërguesi"},
    "subject": {"mk": "Предмет", "sq": "Lënda"},
    "content": {"mk": "Кратка содржина", "sq": "Përmbajtja"},
    "enclosures": {"mk": "Прилози", "sq": "Shtojca"},
    "term": {"mk": "Рок за одговор", "sq": "Afati i përgjigjes"},
    "receipt": {"mk": "Број на потврдата", "sq": "Numri i vërtetimit"},
    "ask": {
        "mk": "Со овој број можете да прашате до каде е постапката.",
        "sq": "Me këtë numër mund të pyesni deri ku ka arritur procedura.",
    },
    "to": {"mk": "До", "sq": "Për"},
    "your_number": {"mk": "Ваш број", "sq": "Numri juaj"},
    "clerk": {"mk": "Заведе", "sq": "Protokolloi"},
    "made": {"mk": "Изготвил", "sq": "Përgatiti"},
    "checked": {"mk": "Контролирал", "sq": "Kontrolloi"},
    "approved": {"mk": "Одобрил", "sq": "Miratoi"},
    "seal": {"mk": "М.П.", "sq": "V.V."},
}


LANGUAGES = ("mk", "sq")
House = dict[str, str]


def slip(document: Document, house: House, at: datetime) -> bytes:
    """What the sender takes home, in both languages, that of his letter first."""
    received, due = document.received_on or document.day, document.case.due
    data = _common(document, house) | {
        "langs": sorted(LANGUAGES, key=lambda lang: lang != document.language),
        "received": _in_words(received),
        "party": document.party_name,
        "address": document.party_address,
        "enclosures": document.enclosures,
        "due": _in_words(due) if due else None,
        "receipt": "-".join((document.receipt[:5], document.receipt[5:])),
        "clerk": {lang: spelled(str(document.registered_by or ""), lang) for lang in LANGUAGES},
    }
    return render("registry/slip.typ", data, at=at)


def letter(document: Document, house: House, answers: str, at: datetime) -> bytes:
    """The outgoing letter, in its own language: number and date left, addressee, text, initials, seal.

    `answers` is the number of the letter it replies to, as its sender wrote it, with the date.
    """
    data = _common(document, house) | {
        "to": document.party_name,
        "address": document.party_address,
        "their-number": answers,
        "body": [part.strip() for part in document.body.split("\n\n") if part.strip()],
        "made": spelled(str(document.registered_by or ""), document.language),
        "signer": document.unit.name,
    }
    return render("registry/letter.typ", data, at=at)


def printed(document: Document) -> bytes | None:
    """The letter as it was given out for signing, the same bytes every time; None where nobody wrote one here."""
    if document.direction != "outgoing" or not document.body:
        return None
    town = on(document.day)["town.name"].value
    return letter(document, town, their_number(document), document.registered_at)


def _in_words(day: date) -> dict[str, str]:
    return {lang: day_words(day, lang) for lang in LANGUAGES}


def _common(document: Document, house: House) -> dict[str, Any]:
    return {
        "title": f"{document.number} {document.subject}",
        "lang": document.language if document.language in LANGUAGES else "mk",
        "house": {"name": house},
        "number": document.number,
        "day": document.day,
        "say": {lang: {key: words[lang] for key, words in SAID.items()} for lang in LANGUAGES},
        "subject": document.subject,
    }
