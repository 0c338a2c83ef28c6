"""Days as people write and type them."""

import re
from datetime import date

_MONTHS = {
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември".split(),
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "mk": "понеделник вторник среда четврток петок сабота недела".split(),
    "sq": ["e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë", "e diel"],
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_TYPED = re.compile(r"\s*(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4})\s*(?:г\.?|година)?\s*\.?\s*")


def day_words(day: date, lang: str, *, weekday: bool = True) -> str:
    """„вторник, 13 октомври 2026“, „e martë, 13 tetor 2026“."""
    lang = lang if lang in _MONTHS else "mk"
    said = f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"
    return f"{_WEEKDAYS[lang][day.weekday()]}, {said}" if weekday else said


def day_digits(day: date) -> str:
    """„13.10.2026“."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def parse_day(text: str) -> date | None:
    """A day as it is typed, 13.10.2026 or 13. 10. 2026; None when it is not one."""
    match = _TYPED.fullmatch(text)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def ordinal(n: int, lang: str) -> str:
    """An ordinal before a feminine noun, in digits: „57-ма“ (седница), „e 57-të“ (mbledhje)."""
    if lang == "sq":
        return f"e {n}-rë" if n == 1 else f"e {n}-të"
    if lang == "en":
        ending = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{ending}"
    teen = 10 < n % 100 < 20
    ending = "та" if teen else {1: "ва", 2: "ра", 7: "ма", 8: "ма"}.get(n % 10, "та")
    return f"{n}-{ending}"


_FIRST = "прва втора трета четврта петта шеста седма осма деветта".split()
_TEENS = "десетта единаесетта дванаесетта тринаесетта четиринаесетта петнаесетта шеснаесетта седумнаесетта"
_TEENTH = [*_TEENS.split(), "осумнаесетта", "деветнаесетта"]
_TENS = "дваесет триесет четириесет педесет шеесет седумдесет осумдесет деведесет".split()


def ordinal_word(n: int) -> str:
    """A Macedonian ordinal before a feminine noun, in words: „педесет и седма“ (седница); digits above 100."""
    if n == 100:
        return "стота"
    if not 0 < n < 100:
        return ordinal(n, "mk")
    if n < 20:
        return _FIRST[n - 1] if n < 10 else _TEENTH[n - 10]
    tens = _TENS[n // 10 - 2]
    return f"{tens} и {_FIRST[n % 10 - 1]}" if n % 10 else f"{tens}та"
