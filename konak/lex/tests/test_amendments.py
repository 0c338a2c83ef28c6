"""The command that lists amending sentences."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from konak.lex import corpus
from konak.lex.tests.test_cli import call

ACT = str(corpus.HERE / "acts" / "komunalen-red.mk.txt")


def test_the_sentences_of_an_act_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("amendments", ACT, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["article"] for one in told] == ["art:1", "art:2", "art:3", "art:4"]
    assert all(set(one) == {"text", "article", "operations", "unread", "own_provision"} for one in told)
    assert told[3]["operations"] == [{"op": "in_force", "target": "act", "days_after_publication": 8}]
    assert told[1]["text"].startswith("Членот 11 се менува и гласи:\n„Член 11")


def test_a_listing_to_read_says_why_a_sentence_was_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Neni 7 shlyhet. Shtohet fjala „A“. Ngarkohet Komisioni.\n", encoding="utf-8")
    assert call("amendments", str(path)) == 0
    assert capsys.readouterr().out == (
        "Neni 7 shlyhet.\n"
        '    {"op": "repeal", "target": "art:7"}\n'
        "Shtohet fjala „A“.\n"
        "    ? no_place: Nuk shkruan në cilën dispozitë është ndryshimi.\n"
        "Ngarkohet Komisioni.\n"
        "    –\n"
    )


def test_amendments_need_neither_django_nor_lxml() -> None:
    told = (
        "import sys; from konak.lex import cli; from konak.lex.amend import listing; "
        f"listing.show(cli.document({ACT!r}, 'mk').text, 'mk', as_json=False); "
        "print(sorted({'django', 'lxml', 'cobalt', 'difflib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
