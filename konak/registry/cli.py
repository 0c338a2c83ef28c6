"""Commands of the писарница: `konak registry audit`."""

import argparse
import json


def commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    audit = subparsers.add_parser("audit", help="gaps, doubles and order of numbers, per book and year")
    audit.add_argument("--json", action="store_true", help="as JSON")
    audit.set_defaults(run=run_audit)


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
