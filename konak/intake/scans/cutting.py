"""A scanned bundle cut at its separator pages, each letter a PDF of its own; the same bundle, the same bytes.

What comes from a scanner comes from strangers too: `answer` is for a confined child (`konak.kernel.confined`).
"""

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from konak.intake.scans.looking import Look, NotRead, looks

# what ties a page to others of its bundle, whose content must not travel along
_TIES = ("/Annots", "/AA", "/B", "/StructParents", "/Parent", "/Metadata", "/PieceInfo")


class NotCut(Exception):
    """Why a bundle was not taken apart: damaged, encrypted, pages."""


@dataclass(frozen=True)
class Cut:
    """One letter: `order` is „new“, a number, or "" when nobody said; pages of the bundle, counted from 1."""

    order: str
    pages: tuple[int, ...]
    pdf: bytes = field(repr=False)


@dataclass(frozen=True)
class Bundle:
    """The letters, and what was found: (code, page). Codes: no_separator, before_first, two_orders, empty,
    blank_back. Pages that are in no letter are separators and the blank backs told here."""

    cuts: tuple[Cut, ...]
    notices: tuple[tuple[str, int], ...]


def cut(data: bytes) -> Bundle:
    """The bundle taken apart. Without any separator it is one letter, byte for byte the bundle itself."""
    try:
        seen = list(looks(data))
    except NotRead as fault:
        raise NotCut(str(fault)) from fault
    if not any(look.orders for look in seen):
        return Bundle((Cut("", tuple(range(1, len(seen) + 1)), data),), (("no_separator", 0),))
    letters, notices = _letters(seen)
    return Bundle(_written(data, letters), tuple(notices))


def _letters(seen: list[Look]) -> tuple[list[tuple[str, list[int]]], list[tuple[str, int]]]:
    """(order, pages) of each letter, and the notices."""
    letters: list[tuple[str, list[int]]] = [("", [])]
    notices: list[tuple[str, int]] = []
    since = 0  # the page of the separator that the open letter follows
    for page, look in enumerate(seen, 1):
        pages = letters[-1][1]
        if look.orders:
            if since and not pages:
                notices.append(("empty", since))
                letters.pop()
            if len(look.orders) > 1:  # a clerk decides
                notices.append(("two_orders", page))
            letters.append((look.orders[0] if len(look.orders) == 1 else "", []))
            since = page
        elif since == page - 1 and since and look.blank:
            notices.append(("blank_back", page))
        else:
            if not since and not pages:
                notices.append(("before_first", page))
            pages.append(page)
    if not letters[-1][1]:
        notices.append(("empty", since))
    return [letter for letter in letters if letter[1]], notices


def _written(data: bytes, letters: list[tuple[str, list[int]]]) -> tuple[Cut, ...]:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as bundle:
            return tuple(Cut(order, tuple(pages), _letter(bundle, pages)) for order, pages in letters)
    except pikepdf.PasswordError as fault:
        raise NotCut("encrypted") from fault
    except (pikepdf.PdfError, ValueError, TypeError) as fault:
        raise NotCut("damaged") from fault


def _letter(bundle: Any, pages: list[int]) -> bytes:
    import pikepdf

    with pikepdf.new() as letter:
        for page in pages:
            loose = pikepdf.Dictionary(bundle.pages[page - 1].obj)
            for key in (
                "/Resources",
                "/MediaBox",
                "/CropBox",
                "/Rotate",
            ):  # also where the tree above says them
                said = _inherited(bundle.pages[page - 1].obj, key)
                if said is not None:
                    loose[key] = said
            for tie in _TIES:
                if tie in loose:
                    del loose[tie]
            letter.pages.append(pikepdf.Page(bundle.make_indirect(loose)))
        out = io.BytesIO()
        letter.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _inherited(page: Any, key: str) -> Any:
    for _ in range(50):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            return None
        page = page["/Parent"]
    return None


def answer(data: bytes, bundle: str, folder: str) -> dict[str, Any]:
    """For a confined child: the bundle at a path is cut, the letters written into a folder that exists.

    {"refused": code} or {"letters": [{"order", "pages", "file"}], "notices": [[code, page]]}; "file" is the name in
    the folder. `data` is not read.
    """
    try:
        found = cut(Path(bundle).read_bytes())
    except NotCut as refused:
        return {"refused": str(refused)}
    letters = []
    for number, one in enumerate(found.cuts, 1):
        name = f"{number:04}.pdf"
        (Path(folder) / name).write_bytes(one.pdf)
        letters.append({"order": one.order, "pages": list(one.pages), "file": name})
    return {"letters": letters, "notices": [list(notice) for notice in found.notices]}
