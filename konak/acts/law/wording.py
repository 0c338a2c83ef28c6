"""The words of acts: reading what was typed, the closing block, the mayor's acts about the council's.

Pure: it knows the trees of `konak.lex` and the values of norms, no database. Every text it makes is read back
by `lex.read`, so that what the house writes is a tree like what people write.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from konak import lex
from konak.kernel.i18n import day_digits, ordinal
from konak.lex import akn

_HELD = re.compile(r"(одржана на |mbajtur më )(?:[_\s.]+(?:\d{4})?|\d{1,2}\.\s?\d{1,2}\.\s?\d{4})")
_PROPOSED = r"(?:(?:предлог|нацрт|propozim|projekt)\s*[-–]?\s*)?"
_YEAR = {"mk": " година", "sq": ""}
_OFFICES = {
    "council": {
        "mk": ("ПРЕТСЕДАТЕЛ", "на Советот на {of}"),
        "sq": ("KRYETARI", "i Këshillit të {of}"),
    },
    "mayor": {"mk": ("ГРАДОНАЧАЛНИК", "на {of}"), "sq": ("KRYETARI", "i {of}")},
}
_BASES = {
    "publishes": {
        "mk": "член 50 став 1 точка 3 од Законот за локалната самоуправа („Службен весник на Република Македонија“"
        " бр. 5/2002)",
        "sq": "nenit 50 paragrafi 1 pika 3 të Ligjit për vetëqeverisje lokale („Gazeta zyrtare e Republikës së"
        " Maqedonisë“ nr. 5/2002)",
    },
    "withholds": {
        "mk": "член 50 став 1 точка 2 и член 51 од Законот за локалната самоуправа („Службен весник на Република"
        " Македонија“ бр. 5/2002)",
        "sq": "nenit 50 paragrafi 1 pika 2 dhe nenit 51 të Ligjit për vetëqeverisje lokale („Gazeta zyrtare e"
        " Republikës së Maqedonisë“ nr. 5/2002)",
    },
}
_ACTS_OF_THE_MAYOR = {
    "publishes": {
        "mk": "Врз основа на {basis}, градоначалникот на {town} донесе\n\n{spaced}\nза објавување на {it} {title}\n\n"
        "1. Се објавува {it} {title} бр. {number}, {made} од Советот на {town} на {session} седница одржана на"
        " {day} година.\n2. {own_it} влегува во сила со денот на донесувањето.\n",
        "sq": "Në bazë të {basis}, kryetari i {town} solli\n\n{spaced}\npër shpalljen e {of} {title}\n\n"
        "1. Shpallet {it} {title} nr. {number}, {made} nga Këshilli i {town} në mbledhjen {session} të mbajtur më"
        " {day}.\n2. {own_it} hyn në fuqi ditën e miratimit.\n",
    },
    "withholds": {
        "mk": "Врз основа на {basis}, градоначалникот на {town} донесе\n\n{spaced}\nза запирање на објавувањето на"
        " {it} {title}\n\n1. Се запира објавувањето на {it} {title} бр. {number}, {made} од Советот на {town} на"
        " {session} седница одржана на {day} година.\n2. Причини: {reason}\n"
        "3. {own_it} влегува во сила со денот на донесувањето.\n",
        "sq": "Në bazë të {basis}, kryetari i {town} solli\n\n{spaced}\npër ndalimin e shpalljes së {of} {title}\n\n"
        "1. Ndalohet shpallja e {of} {title} nr. {number}, {made} nga Këshilli i {town} në mbledhjen {session} të"
        " mbajtur më {day}.\n2. Arsyet: {reason}\n3. {own_it} hyn në fuqi ditën e miratimit.\n",
    },
}


@dataclass(frozen=True)
class Adopted:
    """What the mayor's act says about the council's: `title` is the text's own, without its kind."""

    kind: Mapping[str, Any]
    title: Mapping[str, str]
    number: str
    day: date
    session_number: int


def closed(
    tree: lex.Act, *, body: str, number: str, day: date, signatory: str, town: Mapping[str, Any]
) -> lex.Act:
    """The text with the session's date in its enacting words and the closing block of an adopted act."""
    lang = tree.lang
    office, of = _OFFICES[body].get(lang, _OFFICES[body]["sq"])
    block = lex.closing.block(
        lang,
        number=number,
        day=f"{day_digits(day)}{_YEAR.get(lang, '')}",
        place=in_language(town["place"], lang),
        office=(office, of.format(of=in_language(town["of"], lang))),
        signatory=signatory,
        own_hand=False,
    )
    enacting = _HELD.sub(rf"\g<1>{day_digits(day)}", tree.enacting)
    return replace(tree, enacting=enacting, closing=block)


def mayors_act(
    relation: str,
    lang: str,
    *,
    own_kind: Mapping[str, Any],
    about: Adopted,
    town: Mapping[str, Any],
    reason: str = "",
) -> lex.Act:
    """The mayor's act that orders or withholds the publication of an act of the council, in one language."""
    text = _ACTS_OF_THE_MAYOR[relation][lang].format(
        basis=_BASES[relation][lang],
        town=in_language(town["of"], lang),
        spaced=" ".join(own_kind["name"][lang].upper()),
        own_it=own_kind["it"][lang],
        it=about.kind["it"][lang],
        of=about.kind["of"][lang],
        made=about.kind["made"][lang],
        title=about.title[lang],
        number=about.number,
        session=ordinal(about.session_number, lang),
        day=day_digits(about.day),
        reason=" ".join(reason.split()),
    )
    return lex.read(text, lang)


def mayors_title(relation: str, lang: str, *, own_kind: Mapping[str, Any], about: Adopted) -> str:
    """„Заклучок за објавување на Одлуката за …“."""
    words = {
        "publishes": {"mk": "за објавување на {it}", "sq": "për shpalljen e {of}"},
        "withholds": {"mk": "за запирање на објавувањето на {it}", "sq": "për ndalimin e shpalljes së {of}"},
    }[relation][lang].format(it=about.kind["it"][lang], of=about.kind["of"][lang])
    return f"{own_kind['name'][lang]} {words} {about.title[lang]}"


def own_title(tree: lex.Act, title: Mapping[str, str], kind: Mapping[str, Any]) -> str:
    """The title without the kind: of the text, else of what the draft was called."""
    return tree.title or bare(in_language(title, tree.lang), tree.lang, kind)


def full_title(title: Mapping[str, str], kind: Mapping[str, Any]) -> dict[str, str]:
    """The title as an act bears it, in every language with its kind before it, once: „Одлука за …“.

    What was typed may lack the kind or bear another form of it: „за …“, „Одлуката за …“, „Предлог-одлука за …“.
    """
    names = kind["name"]
    return {
        lang: f"{names[lang]} {bare(said, lang, kind)}".strip() if lang in names else said
        for lang, said in title.items()
    }


def bare(said: str, lang: str, kind: Mapping[str, Any]) -> str:
    """A title without its kind, in whatever form it was typed."""
    forms = {kind[form][lang] for form in ("name", "it", "of") if lang in kind.get(form, {})}
    named = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.sub(rf"^{_PROPOSED}(?:{named})(?!\w)\s*", "", said, flags=re.IGNORECASE) if forms else said


def xml(
    tree: lex.Act,
    *,
    slug: str,
    name: str,
    body: str,
    number: str = "",
    adopted: date | None = None,
    version: date | None = None,
) -> bytes:
    """The act as strictly valid Akoma Ntoso 3.0; `name` tells drafts apart until they have a number."""
    meta = akn.Meta(locality=slug, number=number, adopted=adopted, name=name, author=body, version=version)
    return akn.write(tree, meta)


def this(kind: Mapping[str, Any], lang: str) -> str:
    """„Оваа одлука“, in the gender of the kind."""
    name, it = in_language(kind["name"], lang).lower(), in_language(kind["it"], lang)
    if lang == "mk":
        word = {"та": "Оваа", "то": "Ова"}.get(it[-2:], "Овој")
        return f"{word} {name}"
    return f"{'Kjo' if it.split()[0].endswith('a') else 'Ky'} {name}"


def in_language(words: Mapping[str, str], lang: str) -> str:
    """The words in a language; in the leading one where they have none."""
    return words.get(lang) or words.get("mk") or next(iter(words.values()), "")
