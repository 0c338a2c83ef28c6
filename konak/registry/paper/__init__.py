"""Printed forms of the писарница: data for the sheets beside this file."""

from datetime import date
from typing import Any

from konak.kernel.i18n import day_digits, day_words, pick
from konak.registry.models import Document

SAID: dict[str, dict[str, str]] = {
    "slip": {"mk": "Потврда за прием", "sq": "Vërtetim i pranimit"},
    "number": {"mk": "Број", "sq": "Numër"},
    "received": {"mk": "Примено на", "sq": "Pranuar më"},
    "sender": {"mk": "Испраќач", "sq": "Dërguesi"},
    "subject": {"mk": "Предмет", "sq": "Lënda"},
    "enclosures": {"mk": "Прилози", "sq": "Shtojca"},
    "term": {"mk": "Рок за одговор", "sq": "Afati i përgjigjes"},
    "receipt": {"mk": "Број на потврдата", "sq": "Numri i vërtetimit"},
    "ask": {
        "mk": "Со овој број можете да прашате до каде е постапката. На потврдата не стои ништо друго за вас.",
        "sq": "Me këtë numër mund të pyesni deri ku ka arritur procedura. Vërtetimi nuk përmban asgjë tjetër për ju.",
    },
    "to": {"mk": "До", "sq": "Për"},
    "your_number": {"mk": "Ваш број", "sq": "Numri juaj"},
    "date": {"mk": "Датум", "sq": "Data"},
    "clerk": {"mk": "Заведе", "sq": "Protokolloi"},
    "made": {"mk": "Изготвил", "sq": "Përgatiti"},
    "checked": {"mk": "Контролирал", "sq": "Kontrolloi"},
    "approved": {"mk": "Одобрил", "sq": "Miratoi"},
    "seal": {"mk": "М.П.", "sq": "V.V."},
    "permanent": {"mk": "трајно", "sq": "përherë"},
}


def slip(document: Document) -> bytes:
    """What the sender takes home, in the language of his letter, else in Macedonian."""
    lang = _language(document)
    received = document.received_on or document.day
    data = _common(document, lang) | {
        "received": day_words(received, lang),
        "party": document.party_name,
        "address": document.party_address,
        "enclosures": document.enclosures,
        "due": day_words(document.case.due, lang) if document.case.due else "",
        "receipt": "-".join((document.receipt[:5], document.receipt[5:])),
        "clerk": str(document.registered_by or ""),
    }
    return _render("registry/slip.typ", data, document, lang, received)


def letter(document: Document) -> bytes:
    """The outgoing letter: number and date left, addressee, text, places for initials and seal."""
    lang = _language(document)
    data = _common(document, lang) | {
        "to": document.party_name,
        "address": document.party_address,
        "body": [part.strip() for part in document.body.split("\n\n") if part.strip()],
        "made": str(document.registered_by or ""),
    }
    return _render("registry/letter.typ", data, document, lang, document.day)


def _language(document: Document) -> str:
    return document.language if document.language in ("mk", "sq") else "mk"


def _common(document: Document, lang: str) -> dict[str, Any]:
    return {
        "lang": lang,
        "say": {key: words[lang] for key, words in SAID.items()},
        "number": document.number,
        "day": day_digits(document.day),
        "subject": document.subject,
        "unit": pick(document.unit.name, lang)[0],
        "mark": document.mark,
    }


def _render(template: str, data: dict[str, Any], document: Document, lang: str, day: date) -> bytes:
    from konak.kernel.ui import paper

    title = f"{document.number} {document.subject}"
    return paper.render(template, {**data, "title": title, "date": day.isoformat()}, standards=("a-3a", "ua-1"))
