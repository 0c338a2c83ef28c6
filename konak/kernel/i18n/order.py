"""Alphabetical order of Macedonian and of Albanian, whose digraphs are letters."""

import unicodedata

_ALPHABETS = {
    "mk": "а б в г д ѓ е ж з ѕ и ј к л љ м н њ о п р с т ќ у ф х ц ч џ ш".split(),
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh".split(),
}
_PLACES = {
    lang: {letter: place for place, letter in enumerate(letters)} for lang, letters in _ALPHABETS.items()
}
_FOREIGN = 1000


def sort_key(text: str, lang: str) -> tuple[int, ...]:
    """A key by which texts sort as the language's dictionary does; spaces first, foreign letters last."""
    places = _PLACES.get(lang, {})
    letters = unicodedata.normalize("NFC", text).lower()
    key, at = [], 0
    while at < len(letters):
        pair = letters[at : at + 2]
        if len(pair) == 2 and pair in places:
            key.append(10 + places[pair])
            at += 2
            continue
        letter = letters[at]
        if letter in places:
            key.append(10 + places[letter])
        elif letter.isspace():
            key.append(0)
        else:
            key.append(1 if letter in "-’'." else _FOREIGN + ord(letter))
        at += 1
    return tuple(key)
