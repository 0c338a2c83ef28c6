"""Bundles as a scanner makes them: pictures of pages in a PDF, straight, tilted, poor."""

import io
from collections.abc import Sequence

import segno
from PIL import Image, ImageDraw, ImageFilter

SIZE = (620, 877)  # A4 with 75 dpi, so that tests are quick


def written(line: int) -> Image.Image:
    """A page of a letter; each has other lines."""
    page = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(page)
    for at in range(100, 700, 40):
        pen.rectangle((80, at, 100 + (line * 37 + at) % 400, at + 12), fill=30)
    return page


def blank(tone: int = 255) -> Image.Image:
    """The back of a sheet, with the dark edge scanners make and what shines through."""
    page = Image.new("L", SIZE, tone)
    pen = ImageDraw.Draw(page)
    pen.rectangle((0, 0, 8, SIZE[1]), fill=0)
    pen.rectangle((200, 300, 400, 500), fill=tone - 30)
    return page


def sheet(
    *codes: str, angle: float = 0, blur: float = 0, noise: float = 0, dark: int = 0, torn: bool = False
) -> Image.Image:
    """A separator page with its codes one below the other."""
    page = Image.new("L", SIZE, 255)
    for number, code in enumerate(codes):
        out = io.BytesIO()
        segno.make(code, error="h", micro=False, boost_error=False).save(out, kind="png", scale=8, border=4)
        page.paste(Image.open(out).convert("L"), (180, 120 + 330 * number))
    if torn:
        ImageDraw.Draw(page).rectangle((290, 230, 320, 260), fill=120)
    if noise:
        spots = Image.frombytes(
            "L", SIZE, bytes((at * at * 7919 >> 7) % 256 for at in range(SIZE[0] * SIZE[1]))
        )
        page = Image.blend(page, spots, noise)
    if dark:
        page = page.point([dark + (255 - 2 * dark) * tone // 255 for tone in range(256)])
    page = page.filter(ImageFilter.GaussianBlur(blur)) if blur else page
    return page.rotate(angle, fillcolor=255, resample=Image.Resampling.BILINEAR)


def bundle(*pages: Image.Image) -> bytes:
    """The pages in one PDF."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=75, save_all=True, append_images=list(pages[1:]))
    return out.getvalue()


def letters(count: int) -> Sequence[Image.Image]:
    return [written(line) for line in range(count)]
