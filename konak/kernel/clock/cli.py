"""`konak clock due`: reckon a legal term without a database."""

import argparse
import json
import sys
from datetime import date
from typing import Any

from konak.kernel.norms import UnknownNorm

from .terms import due, terms


def commands(subparsers: Any) -> None:
    parser = subparsers.add_parser("due", help="when does a legal term end, and why")
    parser.add_argument("--term", required=True, help="e.g. foi.answer")
    parser.add_argument("--from", dest="start", required=True, type=date.fromisoformat, help="2026-09-21")
    parser.add_argument("--extended", action="store_true", help="the term was extended")
    parser.add_argument("--lang", default="mk", choices=("mk", "sq", "en"))
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_due, bare="before the house")


def _due(arguments: argparse.Namespace) -> int:
    try:
        found = due(arguments.term, arguments.start, extended=arguments.extended)
    except UnknownNorm:
        print(f"unknown term {arguments.term}; known: {', '.join(terms())}", file=sys.stderr)
        return 1
    except ValueError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    lang = arguments.lang
    steps = [
        {
            "date": step.date.isoformat(),
            "text": step.text[lang],
            "article": step.article.get(lang) or step.article["mk"],
        }
        for step in found.steps
    ]
    if arguments.json:
        print(json.dumps({"due": found.due.isoformat(), "steps": steps}, ensure_ascii=False, indent=1))
        return 0
    for step in steps:
        print(f"{step['date']}  {step['text']} ({step['article']})")
    return 0
