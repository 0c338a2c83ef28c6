"""The printed issue: both languages in one PDF, with contents, bookmarks and every text as Akoma Ntoso."""

from datetime import date, datetime
from typing import Any

from konak import lex
from konak.acts.office import Act, Text, tree
from konak.gazette.models import Issue
from konak.gazette.queries import Piece
from konak.kernel.files import Blob, store
from konak.kernel.i18n import day_words
from konak.kernel.norms import on
from konak.kernel.signing import seal_pdf
from konak.kernel.ui.paper import Attachment, render

DRAFT = {"mk": "НАЦРТ, не е објавено", "sq": "DRAFT, i pashpallur"}


def made(issue: Issue, held: list[Piece], *, at: datetime) -> bytes:
    """The issue on A4, PDF/A-3a and PDF/UA-1; the same content and moment give the same bytes."""
    return _printed(issue, held, at, DRAFT if issue.state == "draft" else {})


def sealed(issue: Issue, held: list[Piece], *, at: datetime) -> Blob:
    """The issue as it will be published: rendered, sealed and time-stamped, stored under its hash."""
    pdf = seal_pdf(_printed(issue, held, at, {}), at=at, reason=issue.label["mk"])
    return store(pdf, name=f"sluzhben-glasnik-{issue.number}-{issue.year}.pdf", ours=True)


def _printed(issue: Issue, held: list[Piece], at: datetime, draft: dict[str, str]) -> bytes:
    day = issue.day
    return render(
        "gazette/issue.typ",
        {
            "title": " / ".join(issue.label[lang] for lang in ("mk", "sq") if lang in issue.label),
            "lang": "mk",
            "house": {"name": _town(day)},
            "number": f"{issue.short} · {issue.document.number}",
            "day": day,
            "names": issue.title,
            "issue": issue.short,
            "registered": issue.document.number,
            "roman": issue.roman_year,
            "weekdays": {lang: day_words(day, lang) for lang in ("mk", "sq")},
            "draft": draft,
            "entries": [_entry(piece) for piece in held],
        },
        at=at,
        attachments={name: file for piece in held for name, file in _sources(piece)},
    )


def _town(day: date) -> dict[str, str]:
    name: dict[str, str] = on(day)["acts.town"].value["name"]
    return name


def _entry(piece: Piece) -> list[dict[str, Any]]:
    """Language by language: the act of publication, then the act."""
    langs = list(piece.act) or list(piece.publication)
    return [
        {"id": f"t{text.pk}", **lex.as_data(tree(text))}
        for lang in langs
        for text in (piece.publication.get(lang), piece.act.get(lang))
        if text is not None
    ]


def _sources(piece: Piece) -> list[tuple[str, Attachment]]:
    both: list[tuple[Act | None, dict[str, Text]]] = [
        (piece.entry.publication, piece.publication),
        (piece.entry.act, piece.act),
    ]
    return [
        (f"{act.number.replace('/', '-')}.{lang}.xml", Attachment(text.xml.encode(), "application/akn+xml"))
        for act, texts in both
        if act is not None
        for lang, text in texts.items()
    ]
