"""The command `konak lex apply`: the consolidated text, and every reason why something is missing from it."""

import argparse
import json
from pathlib import Path
from typing import Any

import pytest

from konak.lex import cli
from konak.lex.tests.amending import MK

CHANGE = {"op": "replace_words", "target": "art:3/para:2", "old": "50", "new": "60"}


def call(path: Path, *given: Any, on: str = "") -> int:
    """The command on the base text and on files with the given JSON."""
    (path / "base.txt").write_text(MK, encoding="utf-8")
    names = []
    for place, data in enumerate(given):
        names.append(path / f"{place}.json")
        names[-1].write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    parser = argparse.ArgumentParser()
    cli.commands(parser.add_subparsers(required=True))
    words = ["apply", str(path / "base.txt"), *map(str, names), *(["--on", on] if on else [])]
    args = parser.parse_args(words)
    return int(args.run(args))


def test_the_text_without_its_closing_block(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = {"text": "…", "operations": [{"op": "repeal", "target": "art:1"}], "unread": None}
    assert call(tmp_path, [CHANGE], [sentence]) == 0
    told = capsys.readouterr()
    assert "Глобата изнесува 60 евра" in told.out
    assert "Член 1\n" not in told.out
    assert "ПРЕТСЕДАТЕЛ" not in told.out
    assert told.out.index("Член 5") < told.out.index("Прилог 1")
    assert told.err == ""


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([{"op": "repeal", "target": "art:99"}], "нема член 99. (not_there)"),
        ([{"op": "guess"}], "there is no operation 'guess'"),
        ([{"text": "Нешто.", "operations": [], "unread": "not_amending"}], "not_amending: Нешто."),
        ("{", "Expecting property name"),
        ({"op": "repeal"}, "not a list"),
        ([7], "7: not an operation"),
        ([], "no operations"),
    ],
)
def test_nothing_is_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str], given: Any, told: str) -> None:
    assert call(tmp_path, given) == 1
    shown = capsys.readouterr()
    assert told in shown.err
    assert "Член 5" in shown.out


def test_only_what_is_in_force_on_the_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dated = [CHANGE, {"op": "in_force", "target": "act", "date": "2027-01-01"}]
    assert call(tmp_path, dated, on="2026-12-31") == 0
    told = capsys.readouterr()
    assert "50 евра" in told.out
    assert "in force from 2027-01-01; left out" in told.err
    assert call(tmp_path, dated, on="2027-01-01") == 0
    assert "60 евра" in capsys.readouterr().out
    assert call(tmp_path, [CHANGE], on="2026-01-01") == 0
    assert "does not say since when" in capsys.readouterr().err
    assert call(tmp_path, [CHANGE], on="вчера") == 2


def test_stale_references_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(tmp_path, [{"op": "repeal", "target": "art:3/para:1"}]) == 0
    assert (
        "art:4/para:1: „член 3 став 2 на оваа одлука“ → art:3/para:2 (renumbered)" in capsys.readouterr().err
    )
