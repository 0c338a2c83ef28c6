"""Letters of texts whose charset is wrong, unknown or not said: first what is declared, then what reads best."""

import codecs
import re
from functools import cache

# Letters in a thousand of running Macedonian text, rounded; the rest of Cyrillic counts little.
_OFTEN = {
    "а": 130, "о": 105, "е": 95, "и": 90, "т": 72, "н": 70, "р": 52, "с": 50, "в": 45, "к": 36, "д": 36, "п": 30,
    "л": 28, "м": 27, "у": 22, "з": 18, "г": 17, "ј": 17, "б": 14, "ш": 10, "ч": 11, "ц": 8, "ж": 7, "ќ": 5, "њ": 6,
    "ф": 5, "х": 3, "ѓ": 2, "џ": 1, "ѕ": 1, "љ": 1,
}  # fmt: skip
_OFTEN |= {"ë": 75, "ç": 45, "é": 20, "è": 10, "ü": 15, "ö": 15, "ä": 15, "č": 30, "š": 30, "ž": 30, "ć": 20}
_OFTEN |= {"đ": 10, "„": 40, "“": 40, "”": 30, "–": 30, "—": 20, "…": 10, "\u00a0": 20, "№": 20, "’": 20}
_OFTEN |= {"«": 10, "»": 10, "§": 10, "°": 10, "€": 10, "•": 10}
_RARE_CYRILLIC = 3
_MIXED = re.compile(r"[A-Za-z][Ѐ-џ]|[Ѐ-џ][A-Za-z]")
_LEAP = re.compile(r"[а-џ][А-Я]")
_GUESSES = ("cp1251", "koi8_r", "iso8859_5", "cp855", "cp1252", "cp1250")
_NAMES = {
    "win-1251": "cp1251", "win1251": "cp1251", "windows1251": "cp1251", "cp-1251": "cp1251",
    "x-cp1251": "cp1251", "ansi-1251": "cp1251", "microsoft-cp1251": "cp1251", "1251": "cp1251",
    "koi8": "koi8_r", "koi-8": "koi8_r", "koi8r": "koi8_r", "koi8-ru": "koi8_u",
    "x-mac-cyrillic": "mac_cyrillic", "utf8mb4": "utf-8", "utf": "utf-8", "unicode": "utf-8", "cp65001": "utf-8",
    "unicode-1-1-utf-8": "utf-8", "x-unicode-2-0-utf-8": "utf-8",
    "ansi": "cp1252", "iso-8859-8-i": "iso8859_8", "x-sjis": "shift_jis", "gb2312": "gb18030", "x-gbk": "gb18030",
}  # fmt: skip
# what Python calls by a name and is no charset of mail
_NO_CHARSETS = set(
    "base64 bz2 hex idna mbcs oem punycode quopri raw-unicode-escape rot13 undefined unicode-escape uu zlib".split()
)
# names by which programs say nothing more than „one byte, Western“, whatever the bytes are
_SAYS_LITTLE = {"ascii", "iso8859-1", "cp1252", "latin-1"}


def codec(name: str) -> str | None:
    """Python's name of a declared charset of text; None when nobody knows it."""
    name = name.split("*")[0].strip(" \t\"'").casefold().replace("_", "-")
    try:
        found = codecs.lookup(_NAMES.get(name, name)).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if found in _NO_CHARSETS else found


def text_of(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text, and the code of what was wrong with its charset ("" when nothing)."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), ""
    named = codec(declared) if declared else None
    doubt = "charset_unknown" if declared and not named and not data.isascii() else ""
    text, code = _as_declared(data, named) if named else _undeclared(data)
    mended = unscrambled(text)
    return (mended, "mojibake") if mended != text else (text, doubt or code)


def _as_declared(data: bytes, named: str) -> tuple[str, str]:
    if named in _SAYS_LITTLE and not data.isascii():
        if (utf := _utf8(data)) is not None:
            return utf, "charset_wrong"
        guess = guessed(data)
        return data.decode(guess, "replace"), "" if guess in ("cp1252", "cp1250") else "charset_wrong"
    try:
        text = data.decode(named)
    except UnicodeError:
        return _undeclared(data, wrong="charset_wrong")
    return text, ""


def _undeclared(data: bytes, wrong: str = "") -> tuple[str, str]:
    """Without a name: UTF-8 where the bytes are that, also where some are lost; else what reads best."""
    if (utf := _utf8(data)) is not None:
        return utf, wrong
    lenient = data.decode("utf-8", "replace")
    lost = lenient.count("\ufffd")
    sound = sum(letter > "\x7f" for letter in lenient) - lost
    if sound > 4 * lost:
        return lenient, "text_damaged"
    return data.decode(guessed(data), "replace"), wrong or "charset_guessed"


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def guessed(data: bytes) -> str:
    """The one-byte charset in which these bytes read best as Macedonian or Albanian."""
    sample = data[:20_000]
    return max(_GUESSES, key=lambda name: _reads(sample.decode(name, "replace")))


def _reads(text: str) -> float:
    """How well a text reads: letters that are often met, scripts not mixed in a word, no capitals inside."""
    high = [letter for letter in text if letter > "\x7f"]
    score = 0.0
    for letter in high:
        small = letter.lower()
        score += _OFTEN.get(small, _RARE_CYRILLIC if "Ѐ" <= letter <= "џ" else -40)
    return score - 60 * len(_MIXED.findall(text)) - 30 * len(_LEAP.findall(text))


@cache
def _back(name: str) -> dict[int, int]:
    """Letters to bytes as Windows does it: what the charset lacks goes through as it is."""
    table = {byte: byte for byte in range(0x80, 0xA0)}
    for byte in range(256):
        letter = bytes([byte]).decode(name, "ignore")
        table |= {ord(letter): byte} if letter else {}
    return table


_SCRAMBLED = re.compile(r"[РСÐÑÃÂ][\x80-\xbfЂ-Џђ-џ‚-›€™№ѐёŒœŽžŸˆ˜Šš¢-¿Ґґ]")


def unscrambled(text: str) -> str:
    """A text with those lines put right that were UTF-8 read in another charset („РџРѕР·РґСЂР°РІ“)."""
    if not _SCRAMBLED.search(text):
        return text
    return "\n".join(_line(line) if _SCRAMBLED.search(line) else line for line in text.split("\n"))


def _line(line: str) -> str:
    for name in ("cp1251", "cp1252", "latin-1"):
        try:
            bytes_ = codecs.charmap_encode(line, "strict", _back(name))[0]
            text = bytes_.decode("utf-8")
        except UnicodeError:
            continue
        if len(line) - len(text) >= 2:
            return text
    return line
