"""Places in an act as texts name them: „член 36 став 1 точка 15“, „ставовите 2 и 3 на овој член“, „neni 5“."""

import re
from typing import NamedTuple

from konak.lex import letters

STEPS = ("annex", "chp", "item", "art", "para", "point", "sub", "indent")
_MOST = 300  # units of one range; a longer one is a slip
_WORDS = {
    "mk": {
        "art": r"член(?:овите|ови|от)?|чл\.",
        "para": r"став(?:овите|ови|от)?|ст\.",
        "point": r"точк(?:ата|ите|а|и)|тч\.",
        "sub": r"потточк(?:ата|ите|а|и)",
        "indent": r"алине(?:јата|јите|ите|ја|ји|и)",
        "annex": r"прилог(?:от)?",
        "chp": r"глава(?:та)?",
    },
    "sq": {
        "art": r"nen(?:eve|it|in|et|i)",
        "para": r"paragraf(?:ëve|ët|it|in|i|ë|e)",
        "point": r"pik(?:ave|ën|ës|at|a|ë)",
        "sub": r"nënpik(?:ave|ën|ës|at|a|ë)",
        "indent": r"aline(?:ja|së|në|jat|ve|të)",
        "annex": r"shtojc(?:ës|ën|a|ë)",
        "chp": r"kapitull(?:it|in|i)",
    },
}
_THIS = {
    "mk": r"(?:(?P<this>овој|оваа|истиот|истата)|(?P<previous>претходни(?:от|те)|претходната)"
    r"|(?P<next>следниот|следната|наредниот|наредната))\s(?P<level>член|став|точка|потточка|алинеја)(?!\w)",
    "sq": r"(?:(?P<this>këtij|kësaj|këtë|ky|kjo)\s(?P<level>neni?|paragrafi?|pik[eë]|nënpik[eë]|aline(?:je)?)"
    r"|(?P<level2>nenit?|paragraf(?:it|in|i)|pik(?:ës|ën|a)|aline(?:ja|së|në))\s"
    r"(?:(?P<previous>paraprak(?:e|ës)?)|(?P<next>vijues(?:e|es)?)))(?!\w)",
}
_LEVEL = {
    lang: re.compile(
        r"(?<![\w-])(?:" + "|".join(f"(?P<{step}>{words})" for step, words in forms.items()) + r")(?![\w-])",
        re.IGNORECASE,
    )
    for lang, forms in _WORDS.items()
}
_RELATIVE = {lang: re.compile(rf"(?<![\w-]){words}", re.IGNORECASE) for lang, words in _THIS.items()}
_POINTING = {
    "mk": r"овој|оваа|истиот|истата|(?:претходн|следн|наредн)\w{2,4}",
    "sq": r"këtij|kësaj|këtë|ky|kjo",
}
START = {
    lang: re.compile(rf"(?<![\w-])(?:{'|'.join(forms.values())}|{_POINTING[lang]})(?!\w)", re.IGNORECASE)
    for lang, forms in _WORDS.items()
}
_LETTER = r"(?:dh|gj|ll|nj|rr|sh|th|xh|zh|[^\W\d_])"
_NUMBER = re.compile(
    rf"\s{{0,3}}(?:\((?P<a>\d{{1,4}}|{_LETTER})\)|(?P<b>\d{{1,4}}(?:[-–]{_LETTER}(?!\w))?)(?!\w|[./]\d|\s?%)\)?"
    rf"|(?P<c>{_LETTER})\)|(?P<d>[IVXLІХ]{{1,8}}(?:-{_LETTER})?)(?!\w))",
)
_AND = re.compile(
    r"\s{0,3}(?:,\s{0,3}(?:(?:и|dhe)\s)?|\s(?:и|односно|или|dhe|ose|përkatësisht)\s)(?=[\d(IVXІХ]|\w{1,2}\))"
)
_FROM = re.compile(r"\s{0,3}(?:од|prej|nga)\s(?=\d)", re.IGNORECASE)
_TO = re.compile(r"\s?[–-]\s?(?=\d)|\s(?:до|заклучно со|deri (?:më|në|te)|deri)\s(?=\d)")
_DEEPER = re.compile(r"[\s,]{1,3}")
_SPACE = re.compile(r"\s{1,3}")
_UP = re.compile(r"\s(?:на|од|i|e|të|së|nga)\s")
_MEASURE = re.compile(r"\s(?:ден|дена|години|година|месец|часа|евра|денари|ditë|vjet|muaj|orë|euro|denarë)")


class Place(NamedTuple):
    """One place: the steps it names, deepest last, each with its numbers (`{"art": ["36"], "para": ["1"]}`);
    `relative` is `this`, `previous` or `next` for one that starts from where it is said."""

    steps: dict[str, list[str]]
    relative: str
    base: str
    end: int
    flags: tuple[str, ...]


def take(text: str, at: int, lang: str, implied: str = "") -> Place | None:
    """The place that is named at `at`; None when no number follows, for „член“ also means a member. A number
    alone is of the step `implied`, when a deeper one follows: „членовите 5 став 1, 7 став 2“."""
    flags: list[str] = []
    if found := _RELATIVE[lang].match(text, at):
        return Place({}, _which(found), _base(found), found.end(), ())
    steps: dict[str, list[str]] = {}
    end = at
    if (
        implied
        and (one := _NUMBER.match(text, at))
        and _followed(text, one.end(), lang) > STEPS.index(implied)
    ):
        steps[implied], end = [_key(one, lang)], one.end()
        gap = _DEEPER.match(text, end)
        at = gap.end() if gap else len(text)
    while (level := _LEVEL[lang].match(text, at)) and (told := _numbers(text, level, lang, flags)):
        step = str(level.lastgroup)
        numbers, after = told
        step = "item" if step == "point" and numbers[0][0] in "IVXL" else step
        if (
            text[after - 1] == ")"
            and "(" not in text[level.end() : after]
            and step in ("art", "annex", "chp")
        ):
            after -= 1  # it closes a bracket that stands before the place
        if steps and not _deeper(step, steps):
            break
        steps[step], end = numbers, after
        gap = (_DEEPER if len(numbers) == 1 else _SPACE).match(text, end)
        at = gap.end() if gap else len(text)
    if not steps:
        return None
    return _upwards(text, Place(steps, "", "", end, ()), lang, flags)


def _upwards(text: str, place: Place, lang: str, flags: list[str]) -> Place:
    """What stands after the place and holds it: „став 2 на членот 4“, „став 1 на овој член“."""
    steps, end = place.steps, place.end
    while up := _UP.match(text, end):
        if found := _RELATIVE[lang].match(text, up.end()):
            return Place(steps, _which(found), _base(found), found.end(), tuple(flags))
        level = _LEVEL[lang].match(text, up.end())
        told = _numbers(text, level, lang, flags) if level else None
        if level is None or told is None:
            break
        step = str(level.lastgroup)
        if len(told[0]) > 1 or STEPS.index(step) >= min(map(STEPS.index, steps)):
            break
        steps, end = {step: told[0], **steps}, told[1]
    return Place(steps, "", "", end, tuple(flags))


def _deeper(step: str, steps: dict[str, list[str]]) -> bool:
    return STEPS.index(step) > max(map(STEPS.index, steps))


def _which(found: re.Match[str]) -> str:
    return next(name for name in ("this", "previous", "next") if found[name])


def _base(found: re.Match[str]) -> str:
    """The step that „овој член“ names."""
    said = found["level"] or found.groupdict().get("level2") or ""
    stems = {"член": "art", "став": "para", "точка": "point", "потточка": "sub", "алинеја": "indent", "nen": "art",
             "paragraf": "para", "pik": "point", "nënpik": "sub", "aline": "indent"}  # fmt: skip
    return next(step for stem, step in stems.items() if said.lower().startswith(stem))


def _followed(text: str, at: int, lang: str) -> int:
    """The rank of the level's word that comes right after a number, -1 where there is none."""
    gap = _SPACE.match(text, at)
    level = _LEVEL[lang].match(text, gap.end()) if gap else None
    return STEPS.index(str(level.lastgroup)) if level and _NUMBER.match(text, level.end()) else -1


def _numbers(text: str, level: re.Match[str], lang: str, flags: list[str]) -> tuple[list[str], int] | None:
    """The numbers after a level's word, lists and ranges spelled out, and where they end."""
    at, rank = level.end(), STEPS.index(str(level.lastgroup))
    if (
        (start := _FROM.match(text, at))
        and (one := _NUMBER.match(text, start.end()))
        and _TO.match(text, one.end())
    ):
        at = start.end()
    found = _NUMBER.match(text, at)
    if found is None:
        return None
    numbers = [_key(found, lang)]
    while True:
        end = found.end()
        if (to := _TO.match(text, end)) and (last := _NUMBER.match(text, to.end())):
            numbers[-1:] = _range(numbers[-1], _key(last, lang), flags)
            found = last
        elif (more := _AND.match(text, end)) and (last := _NUMBER.match(text, more.end())):
            if _MEASURE.match(text, last.end()) or -1 < _followed(text, last.end(), lang) <= rank:
                return numbers, end
            numbers.append(_key(last, lang))
            found = last
        else:
            return numbers, end


def _key(found: re.Match[str], lang: str) -> str:
    """The number as addresses spell it: `5-а`, `II`, `б`."""
    said = found["a"] or found["b"] or found["c"] or found["d"]
    number, _, letter = said.replace("–", "-").partition("-")
    if found["d"]:
        number = letters.from_latin_roman(number) or number
    elif not number.isdigit():
        number = letters.to_address(number, lang)
    else:
        number = str(int(number))
    return f"{number}-{letters.to_address(letter, lang)}" if letter else number


def _range(first: str, last: str, flags: list[str]) -> list[str]:
    if not (first.isdigit() and last.isdigit()) or not 0 <= int(last) - int(first) <= _MOST:
        flags.append(f"range:{first}–{last}")
        return [first, last]
    return [str(number) for number in range(int(first), int(last) + 1)]


def paths(steps: dict[str, list[str]]) -> tuple[str, ...]:
    """The addresses of a place. Of a list that is followed by deeper steps, these belong to its last member."""
    heads, done = [""], list[str]()
    for step in sorted(steps, key=STEPS.index):
        stem = heads[-1]
        done += [head for head in heads[:-1] if head]
        heads = [f"{stem}/{step}:{number}".lstrip("/") for number in steps[step]]
    return (*done, *heads)
