"""A scanned bundle is cut where separators lie in it, and no page gets lost."""

import io
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from konak.intake.scans import NotCut, answer, cut, order_of, separator, settled
from konak.kernel import confined

from .bundles import SIZE, blank, bundle, letters, sheet, written

ORDER = "08-155/1"
CODE = f"K:{ORDER}"


def cuts(data: bytes) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.order, one.pages) for one in cut(data).cuts]


def pictures(pdf: bytes) -> list[bytes]:
    """The pages as seen."""
    opened = pypdfium2.PdfDocument(pdf)
    return [page.render(grayscale=True).to_pil().tobytes() for page in opened]


def faults(pdf: bytes) -> list[str]:
    """What qpdf finds wrong."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(fault) for fault in opened.check_pdf_syntax()]


def streams(pdf: bytes) -> list[bytes]:
    """What lies in a PDF beside pictures, whether a page shows it or not."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        told = [thing for thing in opened.objects if isinstance(thing, pikepdf.Stream)]
        return [bytes(thing.read_bytes()) for thing in told if thing.get("/Subtype") != "/Image"]


def test_a_bundle_is_cut_at_its_separators() -> None:
    a, b, c, d = letters(4)
    data = bundle(sheet("K:new"), a, b, sheet(CODE), blank(), c, sheet("K:new"), blank(235), d)
    told = cut(data)
    assert [(one.order, one.pages) for one in told.cuts] == [("new", (2, 3)), (ORDER, (6,)), ("new", (9,))]
    assert told.notices == (("blank_back", 5), ("blank_back", 8))
    whole = pictures(data)
    assert [pictures(one.pdf) for one in told.cuts] == [[whole[1], whole[2]], [whole[5]], [whole[8]]]
    assert [faults(one.pdf) for one in told.cuts] == [[], [], []]
    assert cut(data) == told  # the same bytes each time


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"angle": 180},
        {"angle": 90},
        {"angle": 7},
        {"angle": -33},
        {"blur": 2},
        {"noise": 0.4},
        {"dark": 90},
        {"torn": True},
        {"angle": 184, "blur": 1, "noise": 0.2, "dark": 40},
    ],
)
def test_separators_are_read_however_they_lie(state: dict[str, Any]) -> None:
    assert cuts(bundle(sheet(CODE, **state), written(1))) == [(ORDER, (2,))]


def test_a_bundle_without_separators_stays_as_it_is() -> None:
    data = bundle(written(1), blank(), written(2), sheet("https://kumanovo.example/p/ABC"), sheet("K:нешто"))
    told = cut(data)
    assert [(one.order, one.pages, one.pdf == data) for one in told.cuts] == [("", (1, 2, 3, 4, 5), True)]
    assert told.notices == (("no_separator", 0),)


def test_two_codes_on_a_page() -> None:
    a, b = letters(2)
    assert cuts(bundle(sheet(CODE, CODE), a)) == [(ORDER, (2,))]
    assert cuts(bundle(sheet(CODE, "https://kumanovo.example/p/ABC"), a)) == [(ORDER, (2,))]
    told = cut(bundle(sheet("K:new", CODE), a, sheet("K:new"), b))
    assert [(one.order, one.pages) for one in told.cuts] == [("", (2,)), ("new", (4,))]
    assert told.notices == (("two_orders", 1),)


def test_pages_before_the_first_and_separators_with_nothing_behind() -> None:
    a, b = letters(2)
    told = cut(bundle(a, sheet("K:new"), blank(), sheet(CODE), b, sheet("K:new")))
    assert [(one.order, one.pages) for one in told.cuts] == [("", (1,)), (ORDER, (5,))]
    assert told.notices == (("before_first", 1), ("blank_back", 3), ("empty", 2), ("empty", 6))
    assert cuts(bundle(sheet("K:new"))) == []


def test_a_blank_page_is_dropped_behind_a_separator_alone() -> None:
    a, b = letters(2)
    assert cuts(bundle(sheet("K:new"), a, blank(), b, blank())) == [("new", (2, 3, 4, 5))]
    pencil = written(1).point([170 + tone * 85 // 255 for tone in range(256)])
    assert cuts(bundle(sheet("K:new"), pencil, b)) == [("new", (2, 3))]


def test_every_page_is_in_a_letter_or_told() -> None:
    told = cut(bundle(sheet("K:new"), blank(), written(1), sheet(CODE), written(2), blank(), sheet("K:new")))
    named = {page for one in told.cuts for page in one.pages} | {page for _, page in told.notices}
    assert named | {1, 4, 7} == set(range(1, 8))


def test_a_letter_takes_nothing_of_the_others_along() -> None:
    """A link from page to page, and what pages inherit from the tree above them."""
    with pikepdf.open(io.BytesIO(bundle(sheet("K:new"), written(1), sheet("K:new"), written(2)))) as pdf:
        first, other = pdf.pages[1], pdf.pages[3]
        secret = pdf.make_stream(b"% of the other letter")
        other.obj.Contents = pikepdf.Array([other.obj.Contents, secret])
        goal = pikepdf.Array([other.obj, pikepdf.Name.Fit])
        box = pikepdf.Array([0, 0, 9, 9])
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=box, Dest=goal)
        first.obj.Annots = pikepdf.Array([pdf.make_indirect(link)])
        pdf.Root.Pages.MediaBox = first.obj.MediaBox
        del first.obj["/MediaBox"]
        out = io.BytesIO()
        pdf.save(out)
    one, two = cut(out.getvalue()).cuts
    assert [b"% of the other letter" in streams(each.pdf) for each in (one, two)] == [False, True]
    with pikepdf.open(io.BytesIO(one.pdf)) as letter:
        assert [float(side) for side in letter.pages[0].mediabox][2:] == [
            SIZE[0] * 72 / 75,
            SIZE[1] * 72 / 75,
        ]


def test_what_cannot_be_read_is_told() -> None:
    for data in (b"", b"no PDF", bundle(written(1))[:200]):
        with pytest.raises(NotCut, match="damaged"):
            cut(data)
    with pikepdf.open(io.BytesIO(bundle(written(1)))) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(NotCut, match="encrypted"):
        cut(out.getvalue())


def test_a_confined_child_can_cut(tmp_path: Path) -> None:
    data = bundle(sheet(CODE), written(1))
    (tmp_path / "bundle").write_bytes(data)
    words = ("konak.intake.scans", b"", str(tmp_path / "bundle"), str(tmp_path))
    told = confined(*words, seconds=20, memory=1 << 30)
    assert told == {"letters": [{"order": ORDER, "pages": [2], "file": "0001.pdf"}], "notices": []}
    assert (tmp_path / "0001.pdf").read_bytes() == cut(data).cuts[0].pdf
    (tmp_path / "bundle").write_bytes(b"junk")
    assert answer(b"", str(tmp_path / "bundle"), str(tmp_path)) == {"refused": "damaged"}


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("K:new", "new"),
        ("K:08-155/1", "08-155/1"),
        ("K:0405-2112", "0405-2112"),
        (" K:new\n", "new"),
        ("K:New", None),
        ("k:new", None),
        ("K:08-155/1; rm", None),
        ("https://kumanovo.example", None),
        ("", None),
    ],
)
def test_only_our_codes_order_anything(text: str, order: str | None) -> None:
    assert order_of(text) == order


def test_the_code_is_drawn_as_svg_and_only_for_known_orders() -> None:
    assert separator().startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox=')
    assert separator() == separator("new") != separator(ORDER)
    with pytest.raises(ValueError, match="no order"):
        separator("08")


def test_files_that_nobody_has_touched_for_a_while(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", ".hidden.pdf", "c.pdf.part", "d.TMP", "empty.pdf"):
        (tmp_path / name).write_bytes(b"" if name == "empty.pdf" else b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.pdf").symlink_to(tmp_path / "a.pdf")
    os.utime(tmp_path / "a.pdf", (10**10, 10**10))  # a scanner whose clock is wrong; this is the last touch
    last = (tmp_path / "a.pdf").stat().st_ctime
    assert settled(tmp_path, datetime.fromtimestamp(last + 19, UTC)) == []
    assert settled(tmp_path, datetime.fromtimestamp(last + 21, UTC)) == [
        tmp_path / "b.pdf",
        tmp_path / "a.pdf",
    ]
