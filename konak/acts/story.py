"""How an act came to be, in sentences of every language, without names of persons."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from konak.acts.models import Act
from konak.kernel.clock import ZONE
from konak.kernel.i18n import Words, day_digits, ordinal

Step = tuple[date, Words]

_SAID: dict[str, Words] = {
    "letter": {
        "mk": "Примено барање, заведено под број {number}.",
        "sq": "U pranua kërkesa, e protokolluar me numër {number}.",
        "en": "A letter was received and registered under number {number}.",
    },
    "draft": {
        "mk": "Започната изработка на нацртот.",
        "sq": "Filloi hartimi i draftit.",
        "en": "Drafting began.",
    },
    "opinion": {
        "mk": "Дадено правно мислење: {verdict}.",
        "sq": "U dha mendimi juridik: {verdict}.",
        "en": "The legal opinion was given: {verdict}.",
    },
    "proposal": {
        "mk": "Предложен под број {number}.",
        "sq": "U propozua me numër {number}.",
        "en": "Proposed under number {number}.",
    },
    "council": {
        "mk": "Донесен на {session} седница на Советот, под број {number}.",
        "sq": "U miratua në mbledhjen {session} të Këshillit, me numër {number}.",
        "en": "Adopted at the {session} session of the Council, number {number}.",
    },
    "mayor": {
        "mk": "Донесен од градоначалникот, под број {number}.",
        "sq": "U miratua nga kryetari i komunës, me numër {number}.",
        "en": "Adopted by the mayor, number {number}.",
    },
    "fixed": {
        "mk": "Утврден текстот по гласањето.",
        "sq": "U përcaktua teksti pas votimit.",
        "en": "The text was fixed after the vote.",
    },
    "signed": {"mk": "Потпишан.", "sq": "U nënshkrua.", "en": "Signed."},
    "withheld": {
        "mk": "Запрено објавувањето, акт на градоначалникот бр. {ruling}.",
        "sq": "U ndal shpallja, akti i kryetarit të komunës nr. {ruling}.",
        "en": "Publication was withheld by the mayor's act {ruling}.",
    },
    "promulgated": {
        "mk": "Градоначалникот го нареди објавувањето, акт бр. {publication}.",
        "sq": "Kryetari i komunës urdhëroi shpalljen, akti nr. {publication}.",
        "en": "The mayor ordered the publication, act {publication}.",
    },
    "published": {
        "mk": "Објавен: {gazette}.",
        "sq": "U shpall: {gazette}.",
        "en": "Published: {gazette}.",
    },
    "in_force": {"mk": "Влегува во сила.", "sq": "Hyn në fuqi.", "en": "Enters into force."},
}
VERDICTS: dict[str, Words] = {
    "agrees": {"mk": "во согласност", "sq": "në pajtim", "en": "in accordance"},
    "remarks": {
        "mk": "во согласност со забелешки",
        "sq": "në pajtim me vërejtje",
        "en": "in accordance, with remarks",
    },
    "disagrees": {"mk": "не е во согласност", "sq": "nuk është në pajtim", "en": "not in accordance"},
}


def steps(
    act: Act,
    *,
    letter: tuple[date | None, str | None],
    proposal: str,
    given: Iterable[tuple[datetime, str]],
    mayors: Mapping[str, str],
) -> list[Step]:
    """The days of an act in their order.

    `letter` is day and number of what began it, `given` the moments and verdicts of its opinions, `mayors` the
    numbers of the mayor's acts about it by relation.
    """
    rows: list[tuple[date | None, Words]] = [(letter[0], _said("letter", number=letter[1]))]
    rows.append((act.drafted_at.astimezone(ZONE).date(), _said("draft")))
    rows += [(at.astimezone(ZONE).date(), _said("opinion", verdict=VERDICTS[view])) for at, view in given]
    rows += [
        (act.proposed_on if proposal else None, _said("proposal", number=proposal)),
        (act.adopted_on, _adopted(act)),
        (act.fixed_on, _said("fixed")),
        (act.signed_on, _said("signed")),
        (act.withheld_on, _said("withheld", ruling=mayors.get("withholds", ""))),
        (act.promulgated_on, _said("promulgated", publication=mayors.get("publishes", ""))),
        (act.published_on, _said("published", gazette=act.gazette)),
        (act.in_force_on, _said("in_force")),
    ]
    # Steps of one day keep the order of the road.
    return sorted(((day, words) for day, words in rows if day is not None), key=lambda row: row[0])


def _adopted(act: Act) -> Words:
    if act.body != "council":
        return _said("mayor", number=act.number)
    session = {lang: ordinal(act.session_number or 0, lang) for lang in ("mk", "sq", "en")}
    words = _said("council", session=session, number=act.number)
    # Behind a double majority the reasons tell how communities voted; that stays inside.
    reasons = {} if act.verdict.get("double") else act.verdict.get("reasons") or {}
    return {lang: f"{text} {reasons.get(lang, '')}".strip() for lang, text in words.items()}


def _said(key: str, **parts: Any) -> Words:
    """The sentence in every language; a part may be words itself."""
    return {
        lang: text.format(**{name: _word(part, lang) for name, part in parts.items()})
        for lang, text in _SAID[key].items()
    }


def _word(part: Any, lang: str) -> str:
    if isinstance(part, date):
        return day_digits(part)
    return str(part.get(lang) or next(iter(part.values()), "")) if isinstance(part, dict) else str(part)
