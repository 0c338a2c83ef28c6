"""Gazettes and their issues as acts cite them: „Службен весник на РМ“ бр. 5/2002, 24/96 и бр. 7/2019.

Nothing is repaired: what cannot be right is flagged, `code:issue as printed`. The codes are `year_future`,
`year_early` (before 1945), `year_digits` (neither two nor four), `number_zero`, `number_large`, `repeated`,
`unordered`, and `missing_bracket` for a bracket that is never closed.
"""

import re
from dataclasses import dataclass, field

QUOTES = "„“”\"'’‘«»"
_EARLIEST, _LARGEST = 1945, 400
_NAME = re.compile(
    rf"[{QUOTES},]{{0,2}}\s?(?P<name>(?:(?:Службен\s|Сл\.\s?)(?:весник|гласник)|(?:Gazet|Fletor)\w{{1,3}}\s[Zz]yrtare"
    r"|Fl\.\s?[Zz]yrtare|(?:Buletin|Informator)\w{0,2}\s[Zz]yrtar\w?)"
    rf"[^{QUOTES}()\d]{{0,100}}?)\s?,?(?=\s?[{QUOTES}\d)]|\s(?:бр|број|nr|numër)\b|\Z)[{QUOTES}]{{0,2}}",
)
_ISSUE = re.compile(
    r"[\s,]{0,3}(?:(?:бр|nr)\b\.?|број\b|numër\b)?\s{0,3}"
    r"(?P<printed>(?P<number>\d{1,6})(?:\s?/\s?|\s(?:од|nga|prej)\s)(?P<year>\d{1,6}))(?!\d)"
)
_MORE = re.compile(r"\s{0,3}(?:[,;]\s{0,3})?(?:(?:и|dhe|како и|si dhe)\s{1,3})?")


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: `year` has four digits, None where the printed one cannot be a year; `printed` as it stands."""

    number: int
    year: int | None
    printed: str = field(compare=False)

    def __str__(self) -> str:
        return f"{self.number}/{self.year}" if self.year is not None else self.printed


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues of one gazette, in the order of print."""

    name: str
    issues: tuple[Issue, ...]


def begins(text: str, at: int) -> bool:
    """Whether a gazette's name stands there."""
    return _NAME.match(text, at) is not None


def find(text: str, at: int) -> re.Match[str] | None:
    """The next name of a gazette."""
    return _NAME.search(text, at)


def take(text: str, at: int) -> tuple[tuple[Issues, ...], int]:
    """The gazettes that stand at that place one after another, and where they end; none without issues."""
    result: list[Issues] = []
    end = at
    while found := _NAME.match(text, at):
        issues: list[Issue] = []
        at = found.end()
        while one := _ISSUE.match(text, at):
            issues.append(_issue(one))
            end = one.end()
            at = _more(text, end)
        if not issues:
            break
        result.append(Issues(" ".join(found["name"].split()), tuple(issues)))
    return tuple(result), end


def _more(text: str, at: int) -> int:
    found = _MORE.match(text, at)
    return found.end() if found else at


def _issue(found: re.Match[str]) -> Issue:
    year = found["year"]
    full = int(year) if len(year) == 4 else None
    if len(year) == 2:
        full = 2000 + int(year) if 2000 + int(year) < _EARLIEST + 100 else 1900 + int(year)
    return Issue(int(found["number"]), full, found["printed"])


def faults(gazettes: tuple[Issues, ...], latest: int | None) -> tuple[str, ...]:
    """What cannot be right. `latest` is the last year that has begun; without it no year is in the future."""
    result = []
    for gazette in gazettes:
        before: tuple[int, int] | None = None
        seen = set[Issue]()
        for issue in gazette.issues:
            codes = {
                "year_digits": issue.year is None,
                "year_early": issue.year is not None and issue.year < _EARLIEST,
                "year_future": issue.year is not None and latest is not None and issue.year > latest,
                "number_zero": issue.number == 0,
                "number_large": issue.number > _LARGEST,
                "repeated": issue in seen,
            }
            if issue.year is not None:
                place = issue.year, issue.number
                codes["unordered"] = before is not None and place < before
                before = place
            seen.add(issue)
            result += [f"{code}:{issue.printed}" for code, wrong in codes.items() if wrong]
    return tuple(result)
