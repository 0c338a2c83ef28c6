"""Refusals: what an office says when it may not do a thing, by which article, and the way out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise
else:
    Text = str

__all__ = ["Reason", "Refused", "Text", "allow", "gather"]


class Reason(NamedTuple):
    """One reason for a refusal.

    `text` is a sentence in the reader's language (lazy), `article` the rule it rests on,
    `way_out` what the reader can do, `field` the form field it belongs to.
    """

    text: Text
    article: Text = ""
    way_out: Text = ""
    field: str = ""


class Refused(Exception):
    """A deed was refused. `reasons` holds all of them, never only the first."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(*reasons)
        self.reasons = reasons

    def __str__(self) -> str:
        return "; ".join(str(reason.text) for reason in self.reasons)


def gather(*findings: Reason | Iterable[Reason] | None) -> tuple[Reason, ...]:
    """All reasons found, in the order given; nothing found gives an empty tuple."""
    found: list[Reason] = []
    for finding in findings:
        if isinstance(finding, Reason):
            found.append(finding)
        elif finding is not None:
            found.extend(finding)
    return tuple(found)


def allow(*findings: Reason | Iterable[Reason] | None) -> None:
    """Go on, or raise `Refused` with every reason found."""
    if reasons := gather(*findings):
        raise Refused(*reasons)
