"""An amending act of the small office: begun from the published act, walked to the gazette."""

from datetime import date, timedelta
from typing import Any

from konak.acts import office
from konak.acts.models import Act
from konak.acts.tests.office_of import AT, LATER, MK, SQ, VERDICT, VOTED, House, Road, scan
from konak.kernel.journal import Ref

CHANGE_MK = "Во членот 2 бројот „500“ се заменува со бројот „700“."
CHANGE_SQ = "Në nenin 2 numri „500“ zëvendësohet me numrin „700“."
# It cannot be read: it does not say what is done.
DARK_MK = "Членот 1 да се усогласи со новите прилики на салите."
DARK_SQ = "Neni 1 të harmonizohet me rrethanat e reja të sallave."
WORDS = {
    "mk": ("Член", "за изменување на Одлуката за надоместок за користење на салите", CHANGE_MK, DARK_MK),
    "sq": (
        "Neni",
        "për ndryshimin e Vendimit për kompensimin për shfrytëzimin e sallave",
        CHANGE_SQ,
        DARK_SQ,
    ),
}
BASES = {"mk": MK, "sq": SQ}
TITLES = {
    "mk": "надоместок за користење на салите",
    "sq": "kompensimin për shfrytëzimin e sallave",
}


def text(lang: str, *sentences: str) -> str:
    """The amending act with these sentences, one an article, its own force behind them."""
    name, title, *_ = WORDS[lang]
    preamble, rest = BASES[lang].split("\n\n", 1)
    kind, force = rest.split("\n", 1)[0], rest.rsplit(f"{name} 3\n", 1)[1]
    articles = [f"{name} {place}\n{one}\n" for place, one in enumerate(sentences, 1)]
    return (
        f"{preamble}\n\n{kind}\n{title}\n\n" + "\n".join(articles) + f"\n{name} {len(articles) + 1}\n{force}"
    )


def texts(dark: bool = False, change: bool = True) -> dict[str, str]:
    return {
        lang: text(lang, *([said[2]] if change else []), *([said[3]] if dark else []))
        for lang, said in WORDS.items()
    }


def drafted(house: House, base: Act, **more: Any) -> Act:
    return office.draft_from(
        house.officer, house.case, kind="decision", body="council", title={}, amends=base, at=AT, **more
    )


def fixed(house: House, act: Act, wordings: dict[str, str]) -> Act:
    """The act adopted, and its text fixed."""
    seen = {lang: text.number for lang, text in office.texts(act).items()}
    office.write_texts(house.officer, act, texts=wordings, versions=seen, at=AT)
    act = office.propose(house.officer, act, at=AT)
    session: dict[str, Any] = {
        "session": Ref("sessions.session", 58),
        "session_day": date(2026, 9, 25),
        "session_number": 58,
        "session_title": {"mk": "58-ма седница", "sq": "mbledhja e 58-të"},
    }
    voted = VOTED + timedelta(days=1)
    act = office.adopt(house.session_clerk, act, verdict=VERDICT, at=voted, **session)
    return office.fix_text(house.lawyer, act, texts=wordings, at=voted)


def published(house: House, act: Act, wordings: dict[str, str], day: date = date(2026, 10, 5)) -> Act:
    """The amending act on the whole road; published on `day`."""
    act = fixed(house, act, wordings)
    act = office.sign_on_paper(house.session_clerk, act, scan=scan(), at=LATER)
    road = Road.of(house, act)
    road.issue_day = day
    return road.to("published")
