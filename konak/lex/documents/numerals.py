"""Numbers as word processors print them: `decimal`, Roman, letters of several alphabets."""

from konak.lex.letters import MK

LATIN = tuple("abcdefghijklmnopqrstuvwxyz")
RUSSIAN = tuple("абвгдежзиклмнопрстуфхцчшщыэюя")  # Word's list: without ё, й, ъ, ь
BULGARIAN = tuple("абвгдежзийклмнопрстуфхцчшщъьюя")
SERBIAN = tuple("абвгдђежзијклљмнњопрстћуфхцчџш")
ALPHABETS = {"mk": MK, "ru": RUSSIAN, "bg": BULGARIAN, "sr": SERBIAN, "en": LATIN}
MOST = 4_000
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def roman(number: int) -> str:
    """Lower-case Roman numeral; digits for what has none."""
    if not 0 < number < MOST:
        return str(number)
    result = ""
    for value, letters in _ROMAN:
        result += letters * (number // value)
        number %= value
    return result


def repeated(number: int, alphabet: tuple[str, ...]) -> str:
    """`a … z, aa, bb`: as Word and `style:num-letter-sync` count."""
    if not 0 < number < MOST:
        return str(number)
    turns, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (turns + 1)


def counted(number: int, alphabet: tuple[str, ...]) -> str:
    """`a … z, aa, ab`: as OpenDocument counts."""
    if not 0 < number < MOST:
        return str(number)
    result = ""
    while number:
        number, place = divmod(number - 1, len(alphabet))
        result = alphabet[place] + result
    return result
