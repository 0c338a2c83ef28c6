"""What looks like a number of ours in a subject: of a document or case (08-155/3), or of a receipt slip."""

import re

# as `konak.registry.law.NUMBER`, found inside a text: no more digits around, so no telephone and no day
_NUMBER = re.compile(
    r"(?<![\w/–-])(?<!\d\.)(\d{2,4})\s?[-–‑]\s?(\d{1,6})(?:\s?/\s?(\d{1,5}))?(?![\w/–-]|[.,]\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_RECEIPT = re.compile(r"(?<![\w-])(?=[A-Z]*\d)(?=\d*[A-Z])[2-9A-HJ-NP-Z]{10}(?![\w-])")


def numbers(text: str) -> tuple[str, ...]:
    """Numbers by their shape, each once, written as the house writes them; whether they exist, the books say."""
    found = []
    for prefix, basic, sub in _NUMBER.findall(text):
        if not (_YEAR.fullmatch(prefix) and _YEAR.fullmatch(basic)):
            found.append(f"{prefix}-{int(basic)}" + (f"/{int(sub)}" if sub else ""))
    return tuple(dict.fromkeys(found))


def receipts(text: str) -> tuple[str, ...]:
    """Codes of receipt slips by their shape: ten letters and digits, both, none that is mistaken for another."""
    return tuple(dict.fromkeys(_RECEIPT.findall(text.upper())))
