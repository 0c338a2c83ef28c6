"""What an act's own words refer to: its legal bases, and when it enters into force."""

import re
from typing import NamedTuple

from konak.lex import letters, words
from konak.lex.tree import Act, walk

_LONGEST = 20_000
_AFTER = {
    "mk": re.compile(
        r"влегува(?:ат)?\s+во\s+сила\s+(?:на\s+|во\s+)?(?:(?P<ordinal>\w+)\s+ден\b|(?P<days>\d{1,3})\s+ден\w*|(?P<that>со|од)\s+денот\s+на)"
        r"(?P<rest>[^.;]{0,80})",
        re.IGNORECASE,
    ),
    "sq": re.compile(
        r"(?:hyjnë|hyn|hynë)\s+në\s+fuqi\s+(?:në\s+|me\s+)?(?:ditën\s+e\s+(?P<ordinal>\w+)|(?P<days>\d{1,3})\s+ditë)"
        r"(?P<rest>[^.;]{0,80})",
        re.IGNORECASE,
    ),
}
_ADOPTION = ("донесувањ", "усвојувањ", "miratim", "nxjerrj", "sjellj", "marrj")
_PUBLICATION = ("објавувањ", "прогласувањ", "shpallj", "publikim", "botim")
_NEXT = ("наредниот", "следниот", "nesërme", "nesërmen", "ardhshme", "pasuese")
_QUOTED = r"[„“”\"'‘’]+"
_WHERE = r"[^()„“]{0,250}?)\s*\((?P<where>[^()]{3,600})\)"
_LAW = {
    "mk": re.compile(
        r"(?:од|на)\s+(?P<law>(?:Закон|Статут|Деловник|Уредба|Одлука|Програма|Правилник|Уставот|Кодекс)"
        + _WHERE
    ),
    "sq": re.compile(
        r"(?:të|i|e|së)\s+(?P<law>(?:Ligj|Statut|Rregullore|Dekret|Vendim|Program|Kushtetut|Kodeks)" + _WHERE
    ),
}
_PLACE = {
    "mk": re.compile(
        r"чл(?:ен(?:от|овите)?|\.)\s*(?P<art>\d+(?:-\w)?(?:(?:\s*,\s*|\s+и\s+)\d+(?:-\w)?(?![\d/]))*)"
        r"(?:,?\s*став(?:от)?\s*\(?(?P<para>\d+)\)?)?(?:,?\s*точк[аи]\s*(?P<point>\d+|\w(?=\)))\)?)?(?:,?\s*алине[јиу]\w*\s*(?P<indent>\d+))?"
    ),
    "sq": re.compile(
        r"nen(?:it|eve|i|et)\s*(?P<art>\d+(?:-\w)?(?:(?:\s*,\s*|\s+dhe\s+)\d+(?:-\w)?(?![\d/]))*)"
        r"(?:,?\s*paragraf\w*\s*\(?(?P<para>\d+)\)?)?(?:,?\s*pik\w*\s*(?P<point>\d+|\w(?=\)))\)?)?(?:,?\s*aline\w*\s*(?P<indent>\d+))?"
    ),
}  # fmt: skip
_GAZETTE = re.compile(
    rf"(?:{_QUOTED}(?P<name>[^„“”\"'‘’()]{{4,120}}?){_QUOTED})|(?P<issue>\d{{1,3}}/\d{{2,4}})"
)


class InForce(NamedTuple):
    """When an act enters into force: days after publication (0 is that day itself), or on adoption."""

    days_after_publication: int | None
    from_adoption: bool
    path: str


class Gazette(NamedTuple):
    """A gazette and its issues as printed: `5/2002`."""

    name: str
    issues: tuple[str, ...]


class Citation(NamedTuple):
    """One law or act the preamble rests on: its articles as paths (`art:36/para:1/point:15`) and gazettes.
    `start` and `end` are places in the preamble."""

    law: str
    articles: tuple[str, ...]
    gazettes: tuple[Gazette, ...]
    start: int
    end: int


def in_force(act: Act) -> InForce | None:
    """The clause of entry into force, looked for from the end; None when none can be read."""
    pattern = _AFTER.get(act.lang)
    if pattern is None:
        return None
    for path, _, unit in reversed(list(walk(act))):
        if len(unit.text) <= _LONGEST and (found := pattern.search(unit.text)):
            when = _when(found, act.lang)
            if when is not None:
                return InForce(None if when < 0 else when, when < 0, path)
    return None


def _when(found: re.Match[str], lang: str) -> int | None:
    """Days after publication, -1 for adoption, None when the words are others."""
    ordinal = (found["ordinal"] or "").lower()
    rest = f"{ordinal} {found['rest']}".lower()
    adoption = min((rest.find(word) for word in _ADOPTION if word in rest), default=-1)
    printed = min((rest.find(word) for word in _PUBLICATION if word in rest), default=-1)
    if adoption >= 0 and (printed < 0 or adoption < printed):
        return -1
    if printed < 0:
        return None
    if found["days"]:
        return int(found["days"])
    if ordinal.startswith(_NEXT):
        return 1
    return words.ORDINAL_DAYS[lang].get(
        ordinal, None if ordinal and not ordinal.startswith(_PUBLICATION) else 0
    )


def citations(act: Act) -> tuple[Citation, ...]:
    """The legal bases of the preamble, in order."""
    text = act.preamble
    if act.lang not in _LAW or len(text) > _LONGEST:
        return ()
    result, start = [], 0
    for found in _LAW[act.lang].finditer(text):
        places = tuple(
            path
            for place in _PLACE[act.lang].finditer(text, start, found.start())
            for path in _paths(place, act.lang)
        )
        result.append(Citation(found["law"].strip(), places, _gazettes(found["where"]), start, found.end()))
        start = found.end()
    return tuple(result)


def _paths(place: re.Match[str], lang: str) -> list[str]:
    articles = re.split(r"\s*,\s*|\s+(?:и|dhe)\s+", place["art"])
    tail = ""
    for step in ("para", "point", "indent"):
        if place[step]:
            tail += (
                f"/{step}:{place[step] if place[step].isdigit() else letters.to_address(place[step], lang)}"
            )
    heads = [
        number if number.isdigit() else f"{number[:-1]}{letters.to_address(number[-1], lang)}"
        for number in articles
    ]
    return [f"art:{head}" for head in heads[:-1]] + [f"art:{heads[-1]}{tail}"]


def _gazettes(where: str) -> tuple[Gazette, ...]:
    result: list[tuple[str, list[str]]] = []
    for found in _GAZETTE.finditer(where):
        if found["name"]:
            result.append((found["name"].strip(), []))
        elif result:
            result[-1][1].append(found["issue"])
        else:
            result.append(("", [found["issue"]]))
    return tuple(Gazette(name, tuple(issues)) for name, issues in result)
