"""Amending sentences and whole acts with what they mean: how well the grammar of `amend.sentences` reads them is
counted here. What is wanted was written by hand, or read by the grammar and judged by a person. All texts and
persons are invented."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from konak.lex.amend import operation
from konak.lex.amend.listing import as_data
from konak.lex.amend.sentences import read

HERE = Path(__file__).parent
LANGUAGES = ("mk", "sq")


class Case(NamedTuple):
    """A text and what each of its sentences is: data as `konak lex amendments --json` prints it, without
    `text`, and for bare sentences without `article`. `readable` where it is unread although a person would know
    its one meaning."""

    name: str
    lang: str
    text: str
    wanted: list[dict[str, Any]]
    readable: bool = False


class Score(NamedTuple):
    """Sentences by how they were read: `exact` as wanted (operations, own provision, or nothing to read),
    `refused` rightly unread, `unread` although they can be read, `misread` something else was read."""

    exact: int = 0
    refused: int = 0
    unread: int = 0
    misread: int = 0


def sentences() -> Iterator[Case]:
    """The bare sentences, some of them several together."""
    for lang in LANGUAGES:
        for place, row in enumerate(json.loads((HERE / f"sentences.{lang}.json").read_text("utf-8")), 1):
            yield Case(f"{lang} {place}", lang, row["text"], row["sentences"], row.get("readable", False))


def acts() -> Iterator[Case]:
    """The whole amending acts."""
    for path in sorted((HERE / "acts").glob("*.txt")):
        name, lang = path.name.split(".")[:2]
        wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
        yield Case(name, lang, path.read_text("utf-8"), wanted)


def got(case: Case) -> list[dict[str, Any]]:
    """What the grammar reads, with the keys that the case tells."""
    keys = case.wanted[0].keys()
    return [
        {key: value for key, value in as_data(sentence).items() if key in keys}
        for sentence in read(case.text, case.lang)
    ]


def score(case: Case) -> Score:
    """How the sentences of a case were read. Sentences that were cut wrongly count as misread where any of
    them was read, else as unread."""
    found = got(case)
    if len(found) != len(case.wanted):
        wrong = any(one["operations"] for one in found)
        return Score(misread=len(case.wanted)) if wrong else Score(unread=len(case.wanted))
    counts = dict.fromkeys(Score._fields, 0)
    for one, wanted in zip(found, case.wanted, strict=True):
        counts[_kind(one, wanted, case.readable)] += 1
    return Score(**counts)


def _kind(one: dict[str, Any], wanted: dict[str, Any], readable: bool) -> str:
    if one["unread"]:
        return "refused" if wanted["unread"] and not readable else "unread"
    same = all(one[key] == wanted[key] for key in ("operations", "own_provision", "unread"))
    return "exact" if same else "misread"


def table() -> str:
    """The counts as a table of Markdown: sentences and acts of each language."""
    rows = [
        "| | texts | sentences | read exactly | rightly unread | unread | misread |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, cases in (("sentences", list(sentences())), ("acts", list(acts()))):
        for lang in LANGUAGES:
            scores = [score(case) for case in cases if case.lang == lang]
            total = Score(*(sum(column) for column in zip(*scores, strict=True)))
            rows.append(
                f"| {name}, {lang} | {len(scores)} | {sum(total)} | " + " | ".join(map(str, total)) + " |"
            )
    return "\n".join(rows)


def wellformed(case: Case) -> bool:
    """Whether every operation wanted is one of the closed set, spelled as its own data."""
    return all(operation(one).data() == one for row in case.wanted for one in row["operations"])
