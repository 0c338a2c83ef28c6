"""Commands of the писарница: `konak registry audit | import`."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    audit = subparsers.add_parser("audit", help="gaps, doubles and order of numbers, per book and year")
    audit.add_argument("--json", action="store_true", help="as JSON")
    audit.set_defaults(run=run_audit)
    taken = subparsers.add_parser("import", help="take over an old book from XLSX or CSV")
    taken.add_argument("file", type=Path, help="one row an entry, the columns named above")
    taken.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
    taken.add_argument("--year", type=int, help="of the book; else the year of most rows")
    taken.add_argument("--book", default="main", help="kind of book (norm registry.books)")
    taken.add_argument("--mapping", type=Path, help="JSON {field: name or index of the column}")
    taken.add_argument("--unit", help="code of the unit for rows that name none; else the first")
    taken.add_argument("--mark", default="0302", help="archive mark for rows that name none")
    taken.add_argument("--language", default="mk", help="of the subjects")
    taken.add_argument("--json", action="store_true", help="as JSON")
    taken.set_defaults(run=run_import)


def run_audit(args: argparse.Namespace) -> int:
    """Print what is wrong with each book; exit code 1 when something is."""
    from konak.registry.auditing import audit_books

    books = audit_books()
    if args.json:
        print(json.dumps({"books": [book.as_json() for book in books]}, ensure_ascii=False))
    else:
        for book in books:
            print(book.said())
    return 0 if all(book.clean for book in books) else 1


def run_import(args: argparse.Namespace) -> int:
    """Take over an old book, or say what would happen; exit code 1 when rows are wrong, 2 when nothing can be read."""
    from django.utils import translation

    from konak.kernel.errors import Refused
    from konak.registry.oldbook import NotATable

    with translation.override("en"):
        try:
            report = _imported(args)
        except (NotATable, OSError) as wrong:
            print(f"{args.file}: neither XLSX nor CSV with rows in it ({wrong})", file=sys.stderr)
            return 2
        except Refused as refused:
            print(
                "; ".join(f"{reason.text} {reason.way_out}".strip() for reason in refused.reasons),
                file=sys.stderr,
            )
            return 2
    print(json.dumps(report, ensure_ascii=False) if args.json else _told(report))
    return 1 if report["bad"] else 0


def _imported(args: argparse.Namespace) -> dict[str, Any]:
    from konak.kernel import files
    from konak.kernel.clock import now
    from konak.kernel.errors import allow
    from konak.kernel.journal import SYSTEM
    from konak.kernel.org import units
    from konak.registry import rules
    from konak.registry.actions import begin_old_book, bring_old_book, rehearse
    from konak.registry.models import OldBook
    from konak.registry.oldbook import entries, read
    from konak.registry.queries import find_book
    from konak.registry.takeover import likely_year, run, stored

    table = read(args.file.read_bytes(), args.file.name)
    mapping = _mapping(args, table.head)
    year = args.year or likely_year(mapping, table) or 0
    unit = units().filter(**({"code": args.unit} if args.unit else {})).first()
    said: dict[str, Any] = {"kind": args.book, "year": year, "mark": args.mark, "language": args.language}
    if unit is None:
        raise OSError("there is no such unit")
    at = now()
    if args.dry_run:
        book = find_book(args.book, year)
        allow(rules.sound_old_book(book, year, at.year), rules.sound_mapping(mapping.columns))
        old = OldBook(unit=unit, rows=len(table.rows), file=files.File(name=args.file.name), **said)
        seen = rehearse(old, entries(mapping, table.rows, year), at=at)
        counts, wrong = (seen.entered, seen.there), seen.wrong
    else:
        blob = stored(args.file.read_bytes(), args.file.name)
        old = bring_old_book(
            SYSTEM, file=blob, rows=len(table.rows), unit=unit, mapping=mapping.columns, at=at, **said
        )
        old = begin_old_book(SYSTEM, old, mapping=mapping.columns, at=at)
        old = run(old.pk, table, told=lambda o: print(f"{o.done} of {o.rows}", file=sys.stderr))
        counts, wrong = (old.entered, old.there), list(old.wrong.order_by("row"))
    return {
        "book": args.book,
        "year": year,
        "dry_run": args.dry_run,
        "rows": len(table.rows),
        "entered": counts[0],
        "there": counts[1],
        "bad": len(wrong),
        "mapping": {field: table.head[at] for field, at in mapping.columns.items()},
        "problems": [
            {"row": row.row, "column": field, "code": code, "text": rules.told_problem((code, field, value))}
            for row in wrong
            for code, field, value in row.problems
        ],
    }


def _mapping(args: argparse.Namespace, head: tuple[str, ...]) -> Any:
    from konak.registry.oldbook import Mapping, guess

    if args.mapping is None:
        return guess(head)
    said = json.loads(args.mapping.read_text("utf-8"))
    return Mapping({field: at if isinstance(at, int) else head.index(at) for field, at in said.items()})


def _told(report: dict[str, Any]) -> str:
    lines = [f"row {p['row']}: {p['text']}" for p in report["problems"]]
    done = "would be entered" if report["dry_run"] else "entered"
    sums = f"{report['rows']} rows: {report['entered']} {done}, {report['there']} there already, {report['bad']} bad"
    return "\n".join([*lines, f"{report['book']} {report['year']}: {sums}"])
