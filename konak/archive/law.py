"""How long the office keeps what it closed: the arithmetic of the retention terms, from dates and years alone.

A resolved case is put away with its mark and retention term (Упатство за канцелариското и архивското работење,
Сл. весник 99/2014, art. 22-23); what the term has passed for may be listed for disposal (art. 30, form 10). Archival
material is permanent and never destroyed (Закон за архивски материјал 135/2025, art. 6(1)).
"""

from collections.abc import Iterable
from datetime import date

FOR_EVER = None  # the term of archival material, as the plan of marks has it


def disposable_from(closed: date, years: int | None) -> date | None:
    """The first day on which it may be listed for disposal; None: never.

    The term runs from the end of the business year in which the case was closed (practice; the Уредба, 1/2014, and
    the Упатство leave the day to the plan of marks): closed on 21.02.2010 with 20 years, it is kept through 2030.
    Raises ValueError for a term below nothing.
    """
    if years is None:
        return None
    if years < 0:
        raise ValueError(f"a retention term of {years} years")
    return date(closed.year + years + 1, 1, 1)


def longest(terms: Iterable[int | None]) -> int | None:
    """The term of a case with these: its own, its sub-cases' and its documents'. One permanent makes all so.

    A case is kept or destroyed as a whole, so what must stay longest holds the rest (Закон 135/2025, art. 6(1): none
    of the permanent may be lost). Raises ValueError when no term is given at all.
    """
    known = list(terms)
    if not known:
        raise ValueError("no retention term was given")
    years = [term for term in known if term is not None]
    return max(years) if len(years) == len(known) else FOR_EVER
