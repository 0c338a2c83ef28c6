"""The room's commands, said after `konak lex`. The only place in `lex` that opens files."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from konak.lex import documents
from konak.lex.reader import read
from konak.lex.tree import Act, Unreadable


def commands(subparsers: Any) -> None:
    """Add the verbs said after `konak lex`; each runs without Django and returns its exit code."""
    parse = _command(subparsers, "parse", _parse, "print the tree of an act", "file")
    parse.add_argument("--json", action="store_true", help="the tree as JSON")
    akn = _command(subparsers, "akn", _akn, "print an act as Akoma Ntoso", "file")
    akn.add_argument("--validate", action="store_true", help="check it against the strict schema instead")
    akn.add_argument("--place", default="", help="the town's slug in addresses, such as kumanovo")
    _command(subparsers, "diff", _diff, "what changed between two texts", "old", "new")
    cited = _command(subparsers, "citations", _citations, "what a text refers to, and where", "file")
    cited.add_argument("--json", action="store_true", help="the references as JSON")
    _command(subparsers, "parity", _parity, "where two languages of one act do not agree", "first", "second")
    apply = _command(
        subparsers, "apply", _apply, "the consolidated text of an act and what amends it", "base"
    )
    apply.add_argument(
        "amending", nargs="+", metavar="AMENDING", help="an amending text, or operations as .json"
    )
    apply.add_argument("--on", metavar="DATE", help="leave out what is not in force on that day (2026-12-31)")
    amendments = _command(subparsers, "amendments", _amendments, "read amending sentences", "file")
    amendments.add_argument("--json", action="store_true", help="the sentences and their operations as JSON")


def _command(verbs: Any, name: str, run: Any, told: str, *files: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=told)
    for file in files:
        parser.add_argument(
            file, metavar=file.upper(), help="a .txt, .docx, .odt or .pdf file, or - for standard input"
        )
    parser.add_argument(
        "--lang", choices=("mk", "sq"), help="language of the text; found by its script otherwise"
    )
    parser.set_defaults(bare=True, run=lambda args: _guarded(run, args))
    return parser


def _guarded(run: Any, args: argparse.Namespace) -> int:
    try:
        return int(run(args))
    except (Unreadable, OSError) as fault:
        print(f"konak lex: {fault}", file=sys.stderr)
        return 2


def load(name: str, lang: str | None) -> Act:
    """The act in a file of any kind that `documents` reads (`-` is standard input)."""
    found = document(name, lang)
    return read(found.text, found.lang)


def document(name: str, lang: str | None) -> documents.Document:
    """The text of a file. What was decoded or left out is told on standard error."""
    if name == "-":
        data = sys.stdin.buffer.read(documents.MOST_BYTES + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(documents.MOST_BYTES + 1)
    found = documents.text(data, name, lang)
    for note in found.notes:
        print(f"konak lex: {note.words['en']}", file=sys.stderr)
    return found


def _parse(args: argparse.Namespace) -> int:
    from konak.lex.show import as_data, parts

    act = load(args.file, args.lang)
    if args.json:
        print(json.dumps(as_data(act), ensure_ascii=False, indent=1))
        return 0
    for part in parts(act):
        words = " ".join(word for word in (part.label, part.heading, part.text) if word)
        rows = "".join(f"\n{'  ' * part.depth}    {' | '.join(row)}" for row in part.rows)
        print(f"{'  ' * part.depth}{part.kind}{f' ({part.reason})' if part.reason else ''}: {words}{rows}")
    return 0


def _akn(args: argparse.Namespace) -> int:
    from konak.lex import akn

    act = load(args.file, args.lang)
    xml = akn.write(act, akn.Meta.of(act, args.place))
    if not args.validate:
        print(xml.decode())
        return 0
    problems = akn.validate(xml)
    print("\n".join(problems) or "valid")
    return 1 if problems else 0


def _diff(args: argparse.Namespace) -> int:
    from konak.lex.changes import diff

    found = diff(load(args.old, args.lang), load(args.new, args.lang))
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    for change in found:
        print(
            f"{change.path} ({change.kind}): " + "".join(marks[op].format(text) for op, text in change.runs)
        )
    return 1 if found else 0


def _citations(args: argparse.Namespace) -> int:
    from konak.lex.references import references

    found = references(load(args.file, args.lang), date.today().year)  # noqa: DTZ011 (the year is enough)
    if args.json:
        print(json.dumps([one.data() for one in found], ensure_ascii=False, indent=1))
        return 0
    for one in found:
        told = ", ".join((*one.targets, *one.flags))
        print(f"{one.unit} {one.start}–{one.end} ({one.kind}): {one.text}{f' → {told}' if told else ''}")
    return 0


def _parity(args: argparse.Namespace) -> int:
    from konak.lex.pair import parity

    found = parity(load(args.first, args.lang), load(args.second, args.lang))
    for difference in found:
        print(f"{difference.path}: {difference.words['mk']} / {difference.words['sq']}")
    return 1 if found else 0


def _apply(args: argparse.Namespace) -> int:
    from konak.lex.consolidate import consolidate

    try:
        on = date.fromisoformat(args.on) if args.on else None
    except ValueError:
        raise Unreadable(f"{args.on} is no date such as 2026-12-31") from None
    base = load(args.base, args.lang)
    amending = [(name, document(name, args.lang).text) for name in args.amending]
    done = consolidate(base, amending, on)
    print(done.text, end="")
    for line in (*done.notes, *done.problems):
        print(f"konak lex: {line}", file=sys.stderr)
    return 1 if done.problems else 0


def _amendments(args: argparse.Namespace) -> int:
    from konak.lex.amend import listing

    found = document(args.file, args.lang)
    return listing.show(found.text, found.lang, as_json=args.json)
