"""How people name a place in an act: `art:3/para:2` is „член 3 став 2“, „neni 3 paragrafi 2“."""

from konak.lex import letters
from konak.lex.tree import short

_NAMES = {
    "mk": {"part": "дел", "chp": "глава", "sec": "оддел", "art": "член", "item": "точка", "para": "став",
           "tariff": "тарифен број", "point": "точка", "sub": "потточка", "indent": "алинеја",
           "table": "табела", "annex": "прилог",
           "unread": "непрочитан дел", "title": "наслов", "preamble": "преамбула", "enacting": "донесување",
           "kind": "вид на актот", "closing": "завршен дел", "heading": "наслов", "act": "актот"},
    "sq": {"part": "pjesa", "chp": "kapitulli", "sec": "seksioni", "art": "neni", "item": "pika",
           "para": "paragrafi", "point": "pika", "sub": "nënpika", "indent": "alineja", "table": "tabela",
           "annex": "shtojca", "unread": "pjesa e palexuar", "title": "titulli", "preamble": "preambula",
           "enacting": "miratimi", "kind": "lloji i aktit", "closing": "pjesa përmbyllëse",
           "heading": "titulli", "act": "akti"},
    "en": {"part": "part", "chp": "chapter", "sec": "section", "art": "article", "item": "item",
           "para": "paragraph", "point": "point", "sub": "sub-point", "indent": "indent", "table": "table",
           "annex": "annex", "unread": "unread text", "title": "title", "preamble": "preamble",
           "tariff": "tariff number", "enacting": "enacting words", "kind": "kind of act", "closing": "closing block",
           "heading": "heading", "act": "the act"},
}  # fmt: skip


def cite(path: str, lang: str) -> str:
    """The path in words of `lang`; letters of numbers as that language prints them."""
    names = _NAMES.get(lang, _NAMES["en"])
    steps = (step.partition(":") for step in short(path).split("/"))
    return " ".join(
        f"{names.get(name, name)} {letters.to_print(key, lang)}".strip() for name, _, key in steps
    )
