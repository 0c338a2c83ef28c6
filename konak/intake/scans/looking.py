"""Pages of a PDF looked at: the orders of separators on them, and whether they are blank."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from konak.intake.scans.separators import order_of

PAGES = 2_000
_DPI, _POINTS = 200, 72
_PIXELS = 16_000_000  # of one page; a larger one is looked at from farther away
# the edge a scanner darkens; how much darker than the paper a spot is; which part of a blank page spots may be
_EDGE, _DARKER, _SPOTS = 0.04, 48, 0.0001


class NotRead(Exception):
    """Why the pages cannot be looked at: damaged, encrypted, pages."""


@dataclass(frozen=True)
class Look:
    """One page: the orders of the separator codes on it, each once; whether nothing is written on it."""

    orders: tuple[str, ...]
    blank: bool


def looks(data: bytes) -> Iterator[Look]:
    """Each page in its order. Only one page at a time is in memory."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise NotRead("encrypted" if "password" in str(fault).lower() else "damaged") from fault
    try:
        if not 0 < len(pdf) <= PAGES:
            raise NotRead("pages" if len(pdf) else "damaged")
        for number in range(len(pdf)):
            yield _look(pdf, number)
    except pypdfium2.PdfiumError as fault:
        raise NotRead("damaged") from fault
    finally:
        pdf.close()


def _look(pdf: Any, number: int) -> Look:
    page = pdf[number]
    try:
        area = max(page.get_width() * page.get_height(), 1)
        scale = min(_DPI / _POINTS, (_PIXELS / area) ** 0.5)
        picture = page.render(scale=scale, grayscale=True).to_pil()
    finally:
        page.close()
    return Look(_orders(picture), _blank(picture))


def _orders(picture: Any) -> tuple[str, ...]:
    import zxingcpp

    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    orders = [order_of(code.text) for code in found]
    return tuple(dict.fromkeys(order for order in orders if order))


def _blank(picture: Any) -> bool:
    """Whether hardly a spot is on it, apart from the edges; what shines through from the front is paler."""
    width, height = picture.size
    side, top = int(width * _EDGE), int(height * _EDGE)
    tones = picture.crop((side, top, width - side, height - top)).histogram()
    paper = max(range(len(tones)), key=tones.__getitem__)
    return paper > _DARKER and sum(tones[: paper - _DARKER]) <= _SPOTS * sum(tones)
