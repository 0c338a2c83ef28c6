"""A reference in the words of a language: what `find.parse` reads back as the same reference."""

from konak.lex import letters
from konak.lex.references.gazettes import Issues
from konak.lex.references.model import Reference

_NAMES = {
    "mk": {"annex": "прилог", "chp": "глава", "item": "точка", "art": "член", "para": "став", "point": "точка",
           "sub": "потточка", "indent": "алинеја"},
    "sq": {"annex": "shtojca", "chp": "kapitulli", "item": "pika", "art": "neni", "para": "paragrafi",
           "point": "pika", "sub": "nënpika", "indent": "alineja"},
}  # fmt: skip
_POINTING = {
    "mk": {
        "this": {"art": "овој член", "para": "овој став", "point": "оваа точка", "sub": "оваа потточка",
                 "indent": "оваа алинеја"},
        "previous": {"art": "претходниот член", "para": "претходниот став", "point": "претходната точка",
                     "sub": "претходната потточка", "indent": "претходната алинеја"},
        "next": {"art": "следниот член", "para": "следниот став", "point": "следната точка",
                 "sub": "следната потточка", "indent": "следната алинеја"},
    },
    "sq": {
        "this": {"art": "këtij neni", "para": "këtij paragrafi", "point": "kësaj pike", "sub": "kësaj nënpike",
                 "indent": "kësaj alineje"},
        "previous": {"art": "nenit paraprak", "para": "paragrafit paraprak", "point": "pikës paraprake",
                     "sub": "nënpikës paraprake", "indent": "alinesë paraprake"},
        "next": {"art": "nenit vijues", "para": "paragrafit vijues", "point": "pikës vijuese",
                 "sub": "nënpikës vijuese", "indent": "alinesë vijuese"},
    },
}  # fmt: skip
_OF = {"mk": ("од", "на"), "sq": ("të", "i")}  # of a law; of a unit
_AND = {"mk": " и ", "sq": " dhe "}
_NUMBER = {"mk": "бр.", "sq": "nr."}


def render(reference: Reference, lang: str) -> str:
    """The reference as `lang` writes it; names of acts and gazettes are not translated, years have four digits."""
    lang = lang if lang in _NAMES else "sq"
    if reference.relative in ("this", "previous", "next"):
        return _pointing(reference, lang)
    own = reference.relative == "own"
    said = _listed(
        [_place(target, lang, reference.unit if own else "") for target in reference.targets], lang
    )
    if reference.kind == "internal":
        return said
    named = reference.name
    if reference.gazettes:
        printed = _AND[lang].join(_gazette(gazette, lang) for gazette in reference.gazettes)
        named = f"{named} ({printed})" if named else printed
    return f"{said} {_OF[lang][0]} {named}" if said else named


def _pointing(reference: Reference, lang: str) -> str:
    words = _POINTING[lang][reference.relative][reference.base]
    inner = [_below(target, reference.base) for target in reference.targets]
    said = _listed([_place(path, lang, "") for path in inner if path], lang)
    return f"{said} {_OF[lang][1]} {words}" if said else words


def _below(target: str, base: str) -> str:
    """The steps of a target under its step `base`."""
    steps = target.split("/")
    at = next((i for i, step in enumerate(steps) if step.startswith(f"{base}:")), len(steps))
    return "/".join(steps[at + 1 :])


def _place(target: str, lang: str, above: str) -> str:
    """A target in words, without the steps it shares with the unit it is said in."""
    steps, shared = target.split("/"), above.split("/") if above else []
    while shared and len(steps) > 1 and steps[0] == shared[0]:
        steps, shared = steps[1:], shared[1:]
    return " ".join(_step(step, lang) for step in steps)


def _step(step: str, lang: str) -> str:
    name, _, key = step.partition(":")
    printed = letters.to_print(key, lang)
    return f"{_NAMES[lang][name]} {printed}{')' if printed.isalpha() and name in ('para', 'point', 'sub') else ''}"


def _listed(parts: list[str], lang: str) -> str:
    return _AND[lang].join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def _gazette(gazette: Issues, lang: str) -> str:
    return f"„{gazette.name}“ {_NUMBER[lang]} {_listed([str(issue) for issue in gazette.issues], lang)}"
