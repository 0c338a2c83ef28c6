"""What a session is called, in each language of the house; pure."""

from datetime import date, time

from konak.kernel.i18n import Words, day_words, ordinal

_KINDS: dict[str, Words] = {
    "regular": {"mk": "редовна", "sq": "e rregullt", "en": "regular"},
    "extraordinary": {"mk": "вонредна", "sq": "e jashtëzakonshme", "en": "extraordinary"},
    "ceremonial": {"mk": "свечена", "sq": "solemne", "en": "ceremonial"},
}


def title(number: int | None, kind: str) -> Words:
    """„57-ма редовна седница“, „Mbledhja e 57-të e rregullt“; a draft has no number yet."""
    named = _KINDS[kind]
    if number is None:
        return {
            "mk": f"{named['mk'].capitalize()} седница",
            "sq": f"Mbledhje {named['sq']}",
            "en": f"{named['en'].capitalize()} session",
        }
    return {
        "mk": f"{ordinal(number, 'mk')} {named['mk']} седница",
        "sq": f"Mbledhja {ordinal(number, 'sq')} {named['sq']}",
        "en": f"{ordinal(number, 'en')} {named['en']} session",
    }


def short(number: int) -> Words:
    """„57-ма седница“, as an act names where it was adopted."""
    return {
        "mk": f"{ordinal(number, 'mk')} седница",
        "sq": f"Mbledhja {ordinal(number, 'sq')}",
        "en": f"{ordinal(number, 'en')} session",
    }


def when(day: date, hour: time) -> Words:
    """„вторник, 20 октомври 2026, во 10:00 часот“."""
    clock = f"{hour:%H:%M}"
    return {
        "mk": f"{day_words(day, 'mk')}, во {clock} часот",
        "sq": f"{day_words(day, 'sq')}, në ora {clock}",
        "en": f"{day_words(day, 'en')}, at {clock}",
    }
