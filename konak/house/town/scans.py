"""Scans of letters and of signed papers for the sample town: one plain page each."""

from datetime import datetime

from konak.acts import office as acts
from konak.kernel.ui.paper import render


def scan(who: str, about: str, lang: str, at: datetime) -> bytes:
    """A letter as it lay on the scanner."""
    return render(
        "house/letter.typ",
        {"title": about, "lang": lang, "who": who, "about": about, "house": {"name": {lang: who}}},
        at=at,
    )


def signed_scan(act: acts.Act, at: datetime) -> bytes:
    """The signed paper of an act as it lay on the scanner: both languages, one after the other."""
    from io import BytesIO

    import pikepdf

    whole = pikepdf.new()
    for text in acts.fixed_texts(act).values():
        with pikepdf.open(BytesIO(acts.paper(act, text))) as pages:
            whole.pages.extend(pages.pages)
    out = BytesIO()
    whole.save(out, deterministic_id=True)
    return out.getvalue()
