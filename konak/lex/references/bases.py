"""The legal bases of an act: the laws and acts its preamble names, with their places and gazettes."""

from typing import NamedTuple

from konak.lex.references.find import parse
from konak.lex.tree import Act

_LONGEST = 20_000


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


def citations(act: Act) -> tuple[Citation, ...]:
    """The legal bases of the preamble, in order."""
    if len(act.preamble) > _LONGEST:
        return ()
    return tuple(
        Citation(
            one.name,
            one.targets,
            tuple(Gazette(own.name, tuple(issue.printed for issue in own.issues)) for own in one.gazettes),
            one.start,
            one.end,
        )
        for one in parse(act.preamble, act.lang, "preamble")
        if one.kind != "internal" and one.name
    )
