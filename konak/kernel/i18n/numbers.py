"""Numbers as print writes them."""

from decimal import Decimal


def number(value: int | float | Decimal, lang: str, *, decimals: int | None = None) -> str:
    """1.234.567,50 in Macedonian and Albanian, 1,234,567.50 in English."""
    if decimals is None:
        decimals = 0 if value == int(value) else 2
    english = f"{value:,.{decimals}f}"
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))
