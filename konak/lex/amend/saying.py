"""The pieces of amending sentences that operations share: names of places in the case that is needed,
quoted words with their noun, counts, dates. Macedonian keeps one form after every preposition; Albanian has
`nom` (subject), `acc` (after „në“ and „me“) and `abl` (after „pas“, „para“ and „i“).
"""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from konak.lex import letters
from konak.lex.amend.address import DIVISIONS, BadAddress, Place, Step, parse, place, step
from konak.lex.amend.operation import Unsayable

if TYPE_CHECKING:
    from konak.lex.amend.wording import Worded

# step → (definite, indefinite, gender: м, ж, с)
_MK = {
    "part": ("Дел", "Дел", "м"), "chp": ("Глава", "Глава", "ж"), "sec": ("Оддел", "Оддел", "м"),
    "art": ("членот", "член", "м"), "item": ("точката", "точка", "ж"),
    "tariff": ("Тарифниот број", "Тарифен број", "м"),
    "para": ("ставот", "став", "м"), "point": ("точката", "точка", "ж"), "sub": ("потточката", "потточка", "ж"),
    "indent": ("алинејата", "алинеја", "ж"), "annex": ("Прилогот", "Прилог", "м"),
    "table": ("табелата", "табела", "ж"), "row": ("редниот број", "реден број", "м"),
}  # fmt: skip
# step → (nom, acc, abl, indefinite, „new“)
_SQ = {
    "part": ("Pjesa", "Pjesën", "Pjesës", "Pjesë", "e re"),
    "chp": ("Kapitulli", "Kapitullin", "Kapitullit", "Kapitull", "i ri"),
    "sec": ("Seksioni", "Seksionin", "Seksionit", "Seksion", "i ri"),
    "art": ("neni", "nenin", "nenit", "nen", "i ri"),
    "item": ("pika", "pikën", "pikës", "pikë", "e re"),
    "tariff": ("Numri tarifor", "Numrin tarifor", "Numrit tarifor", "Numër tarifor", "i ri"),
    "para": ("paragrafi", "paragrafin", "paragrafit", "paragraf", "i ri"),
    "point": ("pika", "pikën", "pikës", "pikë", "e re"),
    "sub": ("nënpika", "nënpikën", "nënpikës", "nënpikë", "e re"),
    "indent": ("alineja", "alinenë", "alinesë", "aline", "e re"),
    "annex": ("Shtojca", "Shtojcën", "Shtojcës", "Shtojcë", "e re"),
    "table": ("tabela", "tabelën", "tabelës", "tabelë", "e re"),
    "row": ("numri rendor", "numrin rendor", "numrit rendor", "numër rendor", "i ri"),
}  # fmt: skip
_CASE = {"nom": 0, "acc": 1, "abl": 2}
_ORDINALS_MK = ("првата", "втората", "третата", "четвртата", "петтата", "шестата", "седмата", "осмата", "деветтата",
                "десеттата")  # fmt: skip
_ORDINALS_SQ = ("parë", "dytë", "tretë", "katërt", "pestë", "gjashtë", "shtatë", "tetë", "nëntë", "dhjetë")
_DAYS_MK = ("првиот", "вториот", "третиот", "четвртиот", "петтиот", "шестиот", "седмиот", "осмиот", "деветтиот",
            "десеттиот", "единаесеттиот", "дванаесеттиот", "тринаесеттиот", "четиринаесеттиот",
            "петнаесеттиот")  # fmt: skip
_DAYS_SQ = ("njëmbëdhjetë", "dymbëdhjetë", "trembëdhjetë", "katërmbëdhjetë", "pesëmbëdhjetë")
_SENT_SQ = {"nom": "fjalia e {}", "acc": "fjalinë e {}", "abl": "fjalisë së {}"}
_INTRO_SQ = {"nom": "fjalia hyrëse", "acc": "fjalinë hyrëse", "abl": "fjalisë hyrëse"}
_PREAMBLE_SQ = {"nom": "preambula", "acc": "preambulën", "abl": "preambulës"}
_TITLE_SQ = {"nom": "titulli", "acc": "titullin", "abl": "titullit"}
_COUNTS = {
    "mk": (
        "",
        "едното",
        "двете",
        "трите",
        "четирите",
        "петте",
        "шестте",
        "седумте",
        "осумте",
        "деветте",
        "десетте",
    ),
    "sq": ("", "një", "dy", "tri", "katër", "pesë", "gjashtë", "shtatë", "tetë", "nëntë", "dhjetë"),
}
_MONTHS_SQ = ("janari", "shkurti", "marsi", "prilli", "maji", "qershori", "korriku", "gushti", "shtatori", "tetori",
              "nëntori", "dhjetori")  # fmt: skip
_MONTHS_MK = ("јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември", "октомври",
              "ноември", "декември")  # fmt: skip


def shown(step: Step, lang: str) -> str:
    """A key as it is printed in a sentence: `5-а`/`5-a`, letters of points with their bracket."""
    printed = letters.to_print(step.key, lang)
    return f"{printed})" if step.name in ("point", "sub") and not step.key[:1].isdigit() else printed


def one(step: Step, lang: str, case: str = "nom") -> str:
    """A step with its number: „ставот 2“, „втората реченица“, „paragrafin 2“."""
    if step.name == "intro":
        return "воведната реченица" if lang == "mk" else _INTRO_SQ[case]
    if step.name == "preamble":
        return "преамбулата" if lang == "mk" else _PREAMBLE_SQ[case]
    if step.name == "sent":
        place_ = int(step.key) - 1
        if not 0 <= place_ < len(_ORDINALS_MK):
            raise Unsayable(f"sentence {step.key}")
        return (
            f"{_ORDINALS_MK[place_]} реченица"
            if lang == "mk"
            else _SENT_SQ[case].format(_ORDINALS_SQ[place_])
        )
    table = _MK if lang == "mk" else _SQ
    if step.name not in table:
        raise Unsayable(str(step))
    noun = _MK[step.name][0] if lang == "mk" else _SQ[step.name][_CASE[case]]
    return f"{noun} {shown(step, lang)}"


def chain(steps: tuple[Step, ...], lang: str, case: str = "nom") -> str:
    """A whole address: „членот 3 ставот 2“, „nenin 4 paragrafin 2“. A heading comes before what it heads."""
    if steps[-1].name == "heading":
        return heading(steps[:-1], lang, case)
    if steps[-1].name == "title":
        return (
            "насловот на Одлуката"
            if lang == "mk"
            else f"{_TITLE_SQ[case]} i Vendimit".replace("in i", "in e")
        )
    return " ".join(one(step, lang, case) for step in steps)


def heading(steps: tuple[Step, ...], lang: str, case: str = "nom") -> str:
    """„насловот пред членот 7“, „називот на Глава II“, „titulli para nenit 7“, „titulli i Kapitullit II“."""
    where = chain(steps, lang, "abl")
    if lang == "mk":
        if steps[-1].name in DIVISIONS:
            return f"називот на {where}"
        return f"насловот {'на' if steps[-1].name == 'annex' else 'пред'} {where}"
    joint = {"nom": "i", "acc": "e", "abl": "të"}[case]
    return f"{_TITLE_SQ[case]} {'para' if steps[-1].name in ('art', 'item') else joint} {where}"


def place_in(address: str, lang: str) -> str:
    """Where words change: „Во членот 3 ставот 2“, „Во целиот текст“, „Në nenin 4 paragrafin 2“."""
    steps = steps_of(address)
    if steps[0].name == "act":
        return "Во целиот текст" if lang == "mk" else "Në tërë tekstin"
    if steps[0].key == "*":
        return "Во сите членови" if lang == "mk" else "Në të gjitha nenet"
    return f"{'Во' if lang == 'mk' else 'Në'} {chain(steps, lang, 'acc')}"


def above(steps: tuple[Step, ...], lang: str) -> str:
    """The unit that holds the last step, as the beginning of a sentence: „Во членот 9 “; empty at the top."""
    if len(steps) < 2:
        return ""
    return f"{'Во' if lang == 'mk' else 'Në'} {chain(steps[:-1], lang, 'acc')} "


def subject(address: str, lang: str) -> str:
    """What a verb says of a unit: „Членот 11“, „Во членот 9 ставот 2“, „Në nenin 9 paragrafi 2“."""
    steps = steps_of(address)
    if steps[-1].name in ("heading", "title"):
        return chain(steps, lang)
    return f"{above(steps, lang)}{one(steps[-1], lang)}"


def steps_of(address: str) -> tuple[Step, ...]:
    """The steps; `Unsayable` for what is no address."""
    try:
        return parse(address)
    except BadAddress as fault:
        raise Unsayable(str(fault)) from None


def goal_of(address: str) -> Place:
    """The place of a new unit."""
    try:
        found = place(address)
    except BadAddress as fault:
        raise Unsayable(str(fault)) from None
    if not found.where:
        raise Unsayable(address)
    return found


def step_of(unit: str) -> Step:
    """A new unit's own step."""
    try:
        return step(unit)
    except BadAddress as fault:
        raise Unsayable(str(fault)) from None


def new_unit(unit: Step, lang: str) -> tuple[str, str]:
    """(a new unit, how its text is announced): („нов став 3“, „кој гласи“), („paragraf i ri 3“, „si vijon“)."""
    if unit.name == "sent":
        return ("нова реченица", "која гласи") if lang == "mk" else ("fjali e re", "si vijon")
    if unit.name not in _MK:
        raise Unsayable(str(unit))
    if lang == "mk":
        noun, gender = _MK[unit.name][1:]
        new, which = ("нов", "кој") if gender == "м" else ("нова", "која")
        return f"{new} {noun} {shown(unit, lang)}", f"{which} гласи"
    noun, new = _SQ[unit.name][3:]
    return f"{noun} {new} {shown(unit, lang)}", "si vijon"


def indefinite(unit: Step, lang: str) -> str:
    """„став 3“, „paragraf 3“: what a unit becomes."""
    if unit.name not in _MK:
        raise Unsayable(str(unit))
    return f"{_MK[unit.name][1] if lang == 'mk' else _SQ[unit.name][3]} {shown(unit, lang)}"


def label(unit: Step, lang: str) -> str:
    """The label that new text is quoted with: an article's on a line of its own, a point's before its words."""
    printed = letters.to_print(unit.key, lang)
    match unit.name:
        case "art":
            return f"{'Член' if lang == 'mk' else 'Neni'} {printed}\n"
        case "point" | "sub":
            return f"{printed}) "
        case "indent":
            return "- "
    return ""


def beside(goal: Place, lang: str) -> str:
    """„По членот 5“, „Во членот 9 по ставот 2“, „На крајот на членот 9“, „Në nenin 9 pas paragrafit 2“."""
    steps = goal.steps
    if goal.where == "end":
        if steps[0].name == "act":
            return "На крајот" if lang == "mk" else "Në fund"
        return f"{'На крајот на' if lang == 'mk' else 'Në fund të'} {chain(steps, lang, 'abl')}"
    joint = {"after": ("по", "pas"), "before": ("пред", "para")}[goal.where][lang != "mk"]
    return capital(f"{above(steps, lang)}{joint} {one(steps[-1], lang, 'abl')}")


# Words


def quoted(words: str, lang: str, case: str = "nom") -> str:
    """Words with their noun: „зборот „А““, „зборовите „А Б““, „бројот „5““, „fjalën „A““."""
    return f"{noun(words, lang, case)} „{words}“"


def noun(words: str, lang: str, case: str = "nom") -> str:
    """The noun for quoted words, by what they are and how many."""
    if not any(sign.isalnum() for sign in words):
        return "знакот" if lang == "mk" else {"nom": "shenja", "acc": "shenjën", "abl": "shenjës"}[case]
    if all(sign.isdigit() or sign in ".,/" for sign in words):
        return "бројот" if lang == "mk" else {"nom": "numri", "acc": "numrin", "abl": "numrit"}[case]
    if is_many(words):
        return "зборовите" if lang == "mk" else {"nom": "fjalët", "acc": "fjalët", "abl": "fjalëve"}[case]
    return "зборот" if lang == "mk" else {"nom": "fjala", "acc": "fjalën", "abl": "fjalës"}[case]


def addition(one: "Worded", anchor: str, new: str, side: str, lang: str) -> str:
    """„Во членот 6 по зборот „лице“ се става запирка и се додава зборот „А““: words beside others."""
    if one.correction:
        raise Unsayable("correction")
    where = opening(one.target, one.except_, one.act, lang)
    often = times(one.all, one.count, one.target, lang)
    joint = {"after": ("по", "pas"), "before": ("пред", "para")}[side][lang != "mk"]
    comma = new.startswith(", ") and any(map(str.isalnum, new))
    words = new[2:] if comma else new
    does = verb("се додава", "се додаваат", words) if lang == "mk" else verb("shtohet", "shtohen", words)
    if comma:
        does = f"{'се става запирка и' if lang == 'mk' else 'vihet presje dhe'} {does}"
    return sentence(f"{where}{joint} {quoted(anchor, lang, 'abl')}{often} {does} {quoted(words, lang)}")


def ends(from_: str, effect: str, lang: str) -> str:
    """The verb of a repeal: by the council, quashed by a court (`from_`), annulled from the start (`effect`)."""
    if (from_ and effect) or from_ not in ("", "publication") or effect not in ("", "from_start"):
        raise Unsayable(f"from {from_}, effect {effect}")
    if lang == "mk":
        return "се укинува" if from_ else "се поништува" if effect else "престанува да важи"
    return "abrogohet" if from_ else "anulohet" if effect else "shfuqizohet"


def is_many(words: str) -> bool:
    """Whether the verb stands in the plural."""
    return len(words.split()) > 1


def verb(singular: str, plural: str, words: str) -> str:
    """The verb in the number of quoted words."""
    return plural if is_many(words) else singular


def times(every: bool, count: int | None, address: str, lang: str) -> str:
    """„ на двете места“, „ на сите места“; empty where one place is meant or the whole text says all."""
    wide = address == "act" or address == "art:*"
    if not every:
        if wide or count is not None:
            raise Unsayable("one place of many" if wide else "a count without all")
        return ""
    if count is None:
        return "" if wide else (" на сите места" if lang == "mk" else " në të gjitha vendet")
    if not 1 < count < len(_COUNTS["mk"]):
        raise Unsayable(f"{count} places")
    return f" на {_COUNTS['mk'][count]} места" if lang == "mk" else f" në të {_COUNTS['sq'][count]} vendet"


def except_for(addresses: tuple[str, ...], lang: str, inside: bool = True) -> str:
    """„, освен во членот 36 и членот 40 ставот 2,“, without „во“ unless `inside`; empty for no addresses."""
    if not addresses:
        return ""
    told = [chain(steps_of(address), lang, "acc" if inside else "abl") for address in addresses]
    joint = " и " if lang == "mk" else " dhe "
    listed = joint.join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]
    before = ("освен", "во ") if lang == "mk" else ("përveç", "në ")
    return f", {before[0]} {before[1] if inside else ''}{listed},"


def opening(address: str, except_: tuple[str, ...], act: str, lang: str) -> str:
    """The place that begins a sentence, with the act it is in and what is left out of it."""
    told = place_in(address, lang)
    if act:
        told = in_act(act, lang) + lower(told)
    return f"{told}{except_for(except_, lang)} "


def in_act(act: str, lang: str) -> str:
    """„Во Одлуката за А, “."""
    return f"Во {act}, " if lang == "mk" else f"Në {declined(act, 'acc')}, "


def declined(act: str, case: str) -> str:
    """An Albanian act's name with its first word in another case: „Vendimi për A“ → „Vendimit për A“."""
    first, space, rest = act.partition(" ")
    for end, forms in _ENDINGS.items():
        if first.endswith(end):
            return f"{first[: -len(end)]}{forms[case == 'abl']}{space}{rest}"
    return act


_ENDINGS = {"ja": ("jen", "jes"), "i": ("in", "it"), "a": ("ën", "ës"), "u": ("un", "ut")}


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return f"{capital(text.strip())}."


def capital(text: str) -> str:
    """The first letter in capitals."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """The first letter small."""
    return text[:1].lower() + text[1:]


def content(words: str) -> str:
    """New text in its outer quotation marks."""
    return f"„{words}“"


def ordinal_day(days: int, lang: str) -> str:
    """„осмиот“, „tetë“ (of „ditën e tetë“); empty where a number in digits is usual."""
    table = _DAYS_MK if lang == "mk" else (*_ORDINALS_SQ, *_DAYS_SQ)
    return (
        table[days - 1]
        if 0 < days <= len(table)
        else ("триесеттиот" if lang == "mk" else "tridhjetë") * (days == 30)
    )


@cache
def day(text: str, lang: str) -> str:
    """An ISO date in words: „1 јануари 2027 година“, „1 janari 2027“."""
    try:
        told = date.fromisoformat(text)
    except ValueError:
        raise Unsayable(text) from None
    if lang == "mk":
        return f"{told.day} {_MONTHS_MK[told.month - 1]} {told.year} година"
    return f"{told.day} {_MONTHS_SQ[told.month - 1]} {told.year}"


# Names for sentences that are not amending ones

_EN = {"part": "part", "chp": "chapter", "sec": "section", "art": "article", "item": "item",
       "tariff": "tariff number",
       "para": "paragraph", "point": "point", "sub": "sub-point", "indent": "indent", "annex": "annex",
       "table": "table", "row": "row", "sent": "sentence", "heading": "the heading",
       "intro": "the introductory sentence",
       "title": "the title", "act": "the act", "preamble": "the preamble", "unread": "unread text"}  # fmt: skip


def named(address: str, lang: str) -> str:
    """A place as people name it, in `mk`, `sq` or `en`: „член 3 став 2“, “article 3 paragraph 2”."""
    try:
        steps = place(address).steps
    except BadAddress:
        return f"„{address}“"
    return " ".join(_plain(step, lang) for step in steps)


def _plain(step: Step, lang: str) -> str:
    if step.key == "*":
        return {"mk": "сите членови", "sq": "të gjitha nenet"}.get(lang, "all articles")
    if lang == "mk":
        names = {"act": "актот", "title": "насловот", "heading": "насловот", "intro": "воведната реченица",
                 "preamble": "преамбулата", "sent": "реченица", "unread": "непрочитан дел"}  # fmt: skip
        name = names.get(step.name) or _MK[step.name][1].lower()
    elif lang == "sq":
        names = {"act": "akti", "title": "titulli", "heading": "titulli", "intro": "fjalia hyrëse",
                 "preamble": "preambula", "sent": "fjalia", "unread": "pjesa e palexuar"}  # fmt: skip
        name = names.get(step.name) or _SQ[step.name][0].lower()
    else:
        name = _EN[step.name]
    return f"{name} {letters.to_print(step.key, 'mk' if lang == 'mk' else 'sq')}".strip()
