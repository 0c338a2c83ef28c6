"""Commands of the sessions room."""

import argparse
import json
import sys
from typing import Any

from .law import RULES, Communities, Count, impossible, told, verdict

_NUMBERS = ("seats", "present", "for", "against", "abstained")


def commands(subparsers: Any) -> None:
    parser = subparsers.add_parser("verdict", help="decide a vote given as JSON on standard input")
    parser.set_defaults(run=_verdict, bare=True)


def _verdict(_arguments: argparse.Namespace) -> int:
    try:
        count = _read(json.load(sys.stdin))
    except (ValueError, KeyError, TypeError) as trouble:
        return _refuse([{"en": f"cannot be read: {trouble}"}])
    if wrong := impossible(count):
        return _refuse(wrong)
    print(json.dumps(told(verdict(count)), ensure_ascii=False, indent=1))
    return 0


def _read(data: dict[str, Any]) -> Count:
    if data["rule"] not in RULES:
        raise ValueError(f"rule must be one of {', '.join(RULES)}")
    second = None
    if data.get("double", False):
        if "communities" not in data:
            raise ValueError("a double majority needs communities")
        given = data["communities"]
        second = Communities(present=_whole(given, "present"), votes_for=_whole(given, "for"))
    seats, present, votes_for, against, abstained = (_whole(data, name) for name in _NUMBERS)
    return Count(
        rule=data["rule"],
        seats=seats,
        present=present,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        communities=second,
    )


def _whole(data: dict[str, Any], name: str) -> int:
    value = data[name]
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{name} must be a whole number")
    return value


def _refuse(reasons: list[dict[str, str]]) -> int:
    print(json.dumps({"refused": reasons}, ensure_ascii=False, indent=1))
    return 1
