"""Scans of letters and of signed papers for the sample town: one plain page each."""

from datetime import datetime

from konak.kernel.ui.paper import render


def scan(who: str, about: str, lang: str, at: datetime) -> bytes:
    """A letter as it lay on the scanner."""
    return render(
        "house/letter.typ",
        {"title": about, "lang": lang, "who": who, "about": about, "house": {"name": {lang: who}}},
        at=at,
    )
