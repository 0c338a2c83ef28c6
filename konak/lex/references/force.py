"""When an act enters into force, by its own words."""

import re
from typing import NamedTuple

from konak.lex import words
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


class InForce(NamedTuple):
    """When an act enters into force: days after publication (0 is that day itself), or on adoption."""

    days_after_publication: int | None
    from_adoption: bool
    path: str


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
