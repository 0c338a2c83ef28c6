"""The street door of the писарница: how far a letter is, for whoever holds its receipt."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from konak.registry.models import Document

__all__ = ["Progress", "status"]


@dataclass(frozen=True)
class Progress:
    """No subject and no name: a receipt may be lost."""

    number: str
    received_on: date
    stage: Literal["received", "in work", "answered", "closed"]
    due: date | None


def status(receipt: str) -> Progress | None:
    """How far the letter with this receipt is; None when there is no such receipt."""
    code = "".join(receipt.split()).upper()
    if not code:
        return None
    letter = Document.objects.select_related("case").filter(receipt=code).first()
    if letter is None or letter.received_on is None:
        return None
    case = letter.case
    answered = Document.objects.filter(case=case, state="dispatched", sub__gt=letter.sub).exists()
    stage: Literal["received", "in work", "answered", "closed"] = "received"
    if case.routed_at is not None:
        stage = "in work"
    if answered:
        stage = "answered"
    elif case.state == "closed":
        stage = "closed"
    return Progress(letter.number, letter.received_on, stage, None if answered else case.due)
