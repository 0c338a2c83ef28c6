"""The first text of a draft: the skeleton of its kind with its legal bases, in every language. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from konak.acts.law.wording import in_language, this
from konak.lex import amend

_PREAMBLE = {
    "council": {
        "mk": "Врз основа на {basis}, Советот на {of}, на седницата одржана на ________ {year} година, донесе",
        "sq": "Në bazë të {basis}, Këshilli i {of}, në mbledhjen e mbajtur më ________ {year}, solli",
    },
    "mayor": {
        "mk": "Врз основа на {basis}, градоначалникот на {of} донесе",
        "sq": "Në bazë të {basis}, kryetari i {of} solli",
    },
}
_BLANK = {"mk": "член ___ од ________", "sq": "nenit ___ të ________"}
_AND = {"mk": " и ", "sq": " dhe "}
_IN_GAZETTE = {"mk": "во „Службен гласник на {of}“", "sq": "në „Gazetën zyrtare të {of}“"}
_AT_ONCE = {
    "mk": "{This} влегува во сила со денот на донесувањето.",
    "sq": "{This} hyn në fuqi ditën e miratimit.",
}


def fitting(rows: Mapping[str, Any], kind: str, body: str) -> dict[str, Any]:
    """The skeletons or legal bases that are for this kind of act of this body, by code."""
    return {code: row for code, row in rows.items() if kind in row["kinds"] and body in row["bodies"]}


def text(
    skeleton: Mapping[str, Any],
    bases: Sequence[Mapping[str, Any]],
    lang: str,
    *,
    kind: Mapping[str, Any],
    body: str,
    title: str,
    town: Mapping[str, Any],
    day: date,
    days: int,
) -> str:
    """The whole text: preamble, kind, title, the skeleton's provisions. `title` is without the kind."""
    of = in_language(town["of"], lang)
    found = [in_language(one["words"], lang).format(of=of) for one in bases] or [_BLANK[lang]]
    *most, last = found
    basis = _AND[lang].join(filter(None, (", ".join(most), last)))
    head = _PREAMBLE[body][lang].format(basis=basis, of=of, year=day.year)
    named = this(kind, lang)
    lower = named[:1].lower() + named[1:]
    words = {
        "This": named,
        "this": lower,
        "with_this": lower.replace("ky ", "këtë ", 1).replace("kjo ", "këtë ", 1) if lang == "sq" else lower,
        "force": force(kind, lang, town=town, days=days),
        "at_once": _AT_ONCE[lang].format(This=named),
        "of": of,
    }
    spaced = " ".join(in_language(kind["name"], lang).upper())
    provisions = skeleton["text"][lang].strip().format(**words)
    return f"{head}\n\n{spaced}\n{title}\n\n{provisions}\n"


def force(kind: Mapping[str, Any], lang: str, *, town: Mapping[str, Any], days: int) -> str:
    """„Оваа одлука влегува во сила осмиот ден од денот на објавувањето во „Службен гласник на …“.“"""
    said = amend.operation({"op": "in_force", "target": "act", "days_after_publication": days}).said(lang)
    return f"{of_kind(said, kind, lang).rstrip('.')} {in_gazette(lang, town)}."


def in_gazette(lang: str, town: Mapping[str, Any]) -> str:
    return _IN_GAZETTE[lang].format(of=in_language(town["of"], lang))


def of_kind(sentence: str, kind: Mapping[str, Any], lang: str) -> str:
    """„Оваа одлука …“ said of an act of this kind."""
    return sentence.replace({"mk": "Оваа одлука", "sq": "Ky vendim"}[lang], this(kind, lang), 1)
