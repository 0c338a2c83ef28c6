"""Old Macedonian fonts: Latin codes drawn as Cyrillic letters. Decoded only where such a font is named.

The table is the common one of Macedonian fonts made before Unicode (after the Yugoslav seven-bit standard with
`q w x y` for љ њ џ ѕ). Nothing in a plain text tells that it was typed so: there a person must ask for it.
"""

import re

_LETTERS = (
    "AА BБ VВ GГ DД \\Ѓ EЕ @Ж ZЗ YЅ IИ JЈ KК LЛ QЉ MМ NН WЊ OО PП RР SС TТ ]Ќ UУ FФ HХ CЦ ^Ч XЏ [Ш "
    "aа bб vв gг dд |ѓ eе `ж zз yѕ iи jј kк lл qљ mм nн wњ oо pп rр sс tт }ќ uу fф hх cц ~ч xџ {ш"
)  # fmt: skip
_TABLE = {ord(pair[0]): pair[1] for pair in _LETTERS.split()}
# Word keeps the codes of a font marked as symbols in the private area, 0xF000 above.
_PRIVATE = {0xF000 + code: letter for code, letter in _TABLE.items()} | {
    0xF000 + code: chr(code) for code in range(0x20, 0x7F) if code not in _TABLE
}
_TABLE |= _PRIVATE
_NAMED = re.compile(
    r"mac ?c ?(?:times|swiss|helv|arial|cour|book|school|futura|optima|garamond|bodoni|ant|rom|sans|\Z)"
    r"|macc(?:times|swiss|helv|arial)"
    r"|macedonian ?(?:tms|helv|times|swiss|arial|ancient|cour|tahoma|sans)"
    r"|makedonski ?(?:tajms|helv|times|arial)"
    r"|m_ ?(?:times|helv|swiss|arial|courier|tahoma|bodoni|garamond)"
    r"|mk_?(?:times|helv|swiss|arial)(?![a-z])"
    r"|mak_? ?(?:times|helv|swiss|arial)(?![a-z])"
    r"|skolski ?(?:times|arial|\Z)"
)  # fmt: skip


def is_legacy(font: str) -> bool:
    """Whether a font of this name draws Latin codes as Cyrillic letters. A PDF's `ABCDEF+` is no part of it."""
    name = font[7:] if font[6:7] == "+" else font
    return bool(name) and _NAMED.match(name[:60].lower().replace("-", " ").strip(" '\"")) is not None


def decode(text: str) -> str:
    """The text as such a font draws it. Digits, points and letters that are Cyrillic already stay."""
    return text.translate(_TABLE)
