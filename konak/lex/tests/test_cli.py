"""The commands as an office calls them; no Django, no lxml where text is enough."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from konak.lex import cli, documents
from konak.lex.tests.samples import CASES


def call(*words: str) -> int:
    parser = argparse.ArgumentParser()
    cli.commands(parser.add_subparsers(required=True))
    args = parser.parse_args(words)
    assert args.bare
    return int(args.run(args))


def case(name: str) -> str:
    return str(CASES / f"{name}.txt")


def test_parse(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", case("komunalen-red.sq"), "--json") == 0
    tree = json.loads(capsys.readouterr().out)
    assert (tree["lang"], tree["act_kind"]) == ("sq", "decision")
    assert {"kind", "num", "heading", "text", "children"} <= tree["children"][3].keys()
    assert call("parse", case("komunalen-red.mk")) == 0
    assert "    paragraph: (1) Јавни површини во смисла" in capsys.readouterr().out


def test_akn(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("akn", case("urbana-oprema.mk"), "--validate") == 0
    assert capsys.readouterr().out == "valid\n"
    assert call("akn", case("urbana-oprema.mk"), "--place", "kumanovo") == 0
    assert "/akn/mk-kumanovo/act/decision/2026/09-4127-4" in capsys.readouterr().out


def test_parity_and_diff(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parity", case("urbana-oprema.mk"), case("urbana-oprema.sq")) == 0
    assert call("parity", case("urbana-oprema.mk"), case("komunalen-red.sq")) == 1
    assert call("diff", case("urbana-oprema.mk"), case("urbana-oprema.mk")) == 0
    capsys.readouterr()
    assert call("diff", case("urbana-oprema.mk"), case("komunalen-red.mk")) == 1
    assert "title (changed): за [-поставување" in capsys.readouterr().out


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("parse", "/nowhere.txt") == 2
    assert "konak lex: " in capsys.readouterr().err


def test_any_bytes_end_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(bytes(range(256)) * 40)
    assert call("parse", str(path), "--json") == 0
    assert "\ufffd" in capsys.readouterr().out
    path.write_bytes(b"\xff" * (documents.MOST_BYTES + 1))
    assert call("parse", str(path)) == 2


def test_text_needs_neither_django_nor_lxml() -> None:
    told = (
        "import sys; from konak.lex import cli; "
        f"act = cli.load({case('komunalen-red.mk')!r}, None); "
        "slow = {'django', 'lxml', 'cobalt', 'difflib', 'zipfile', 'subprocess'}; "
        "print(len(act.body), sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "5 []\n"


def test_files_of_every_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from konak.lex.tests.documents import made

    path = tmp_path / "акт"
    path.write_bytes(made.docx(made.p("ОДЛУКА") + made.p("за проба") + made.p("Член 1") + made.p("Текст.")))
    assert call("parse", str(path)) == 0
    told = capsys.readouterr()
    assert "article: Член 1" in told.out
    path.write_bytes(made.odt("<text:p>ОДЛУКА</text:p><text:p>Член 1</text:p><text:h/>"))
    assert call("parse", str(path)) == 0
    path.write_bytes(made.docx(made.p("x", "<w:del/>")))
    assert call("parse", str(path)) == 0
    assert capsys.readouterr().err == "konak lex: Tracked changes: deletions left out: 1.\n"
    path.write_bytes(made.docx("x")[:-40])
    assert call("parse", str(path)) == 2
    assert "the file is damaged" in capsys.readouterr().err
