"""A case with two sub-cases, and everything a paper can be: PDF/A, converted, not convertible, void, without a file."""

import hashlib
from datetime import UTC, date, datetime

from konak.archive.eark import Case, Document, Event, File, Package, Party, Scan, bytes_of

AT = datetime(2026, 3, 30, 10, 0, tzinfo=UTC)
CLERK = "Весна Трајчева"


def package(kind: str = "AIP") -> Package:
    return Package("kumanovo", "Општина Куманово", "08-155", "Барање & „жалба“ <за> пат", AT, kind)


def file(name: str, content: bytes, mime: str = "application/pdf") -> File:
    return File(name, mime, len(content), hashlib.sha256(content).hexdigest(), bytes_of(content))


def event(kind: str, **more: str) -> Event:
    return Event(kind, datetime(2010, 2, 3, 9, 30, tzinfo=UTC), CLERK, **more)


def papers() -> tuple[Document, ...]:
    made = event("conversion", outcome="converted", detail="typst 0.15")
    registered = datetime(2010, 2, 2, 8, 5, tzinfo=UTC)
    first = Document(
        number="08-155/1",
        title="Барање\nсо два реда\tи знак",
        registered_at=registered,
        mark="0804",
        years=20,
        dated=date(2010, 2, 1),
        parties=(Party("Arben Ramadani", "sender"), Party("МЗ „Гоце Делчев“", "representative")),
        events=(event("registered"), event("signed", detail="своерачно")),
        scans=(
            Scan(file("скен 1.JPG", b"\xff\xd8one", "image/jpeg"), file("scan.pdf", b"%PDF-A"), made),
            Scan(file("наш.pdf", b"%PDF-1.7 ours"), is_pdfa=True),
        ),
    )
    word = file(
        "писмо.docx", b"PK word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    second = Document(
        number="08-155/2",
        title="",
        registered_at=registered,
        mark="0804",
        years=None,
        direction="outgoing",
        voided=True,
        events=(event("voided", detail="двојно заведено"),),
        scans=(Scan(word, unconverted="A Word file is kept as it came."),),
    )
    return first, second


def cases() -> tuple[Case, ...]:
    opened = date(2010, 2, 2)
    root = Case(
        number="08-155",
        title="Пат",
        mark="0804",
        years=20,
        opened_on=opened,
        closed_on=date(2010, 2, 21),
        parties=(Party("Arben Ramadani", "applicant"),),
        events=(event("opened"), event("closed")),
        documents=papers(),
    )
    return (
        root,
        Case("08-155-1", "Дел прв", "0804", None, opened, parent="08-155"),
        Case("08-155-1-1", "Дел од делот", "0804", 5, opened, parent="08-155-1"),
    )
