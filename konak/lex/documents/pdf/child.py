"""A program of its own: the letters of a PDF on standard input, as JSON on standard output.

It runs apart from whoever asks, with its time and memory limited, because what it reads comes from strangers. It
knows nothing of the house. The answer is `{"refused": code}` or `{"fonts": [name, …], "pages": [{"width",
"height", "pictures", "turned", "rules": [[left, foot, right, top], …], "runs": [[left, right, baseline, size, font,
end of the first word, text], …]}, …]}`; lengths are points from the lower left corner. A run is text of one font with
no gap wider than a word's and no upright rule in it; rules are the thin lines of tables.
"""

import bisect
import ctypes
import json
import resource
import sys
from typing import Any

SECONDS, BYTES = 60, 1 << 30
PAGES, LETTERS, OF_PAGE, THINGS = 3_000, 12_000_000, 300_000, 20_000
THIN, LONG = 3.0, 6.0  # points: how thin and how long a rule is
GAP = 0.9  # of the font's size: wider than a space between words, even in a justified line
TURNED = 0.05  # radians


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = letters(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"refused": "slow"}
    json.dump(answer, sys.stdout)


def letters(data: bytes) -> dict[str, Any]:
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        return {"refused": "password" if "password" in str(fault).lower() else "damaged"}
    if not len(pdf) or len(pdf) > PAGES:
        return {"refused": "large" if len(pdf) else "damaged"}
    fonts: dict[str, int] = {}
    pages, total = [], 0
    for at in range(len(pdf)):
        page = raw.FPDF_LoadPage(pdf, at)
        if not page:
            return {"refused": "damaged"}
        text = raw.FPDFText_LoadPage(page)
        count = raw.FPDFText_CountChars(text) if text else 0
        total += max(count, 0)
        if total > LETTERS or count > OF_PAGE:
            return {"refused": "large"}
        found, images = drawn(raw, page)
        told = Page(raw, text, fonts, found)
        told.read(count)
        pages.append(
            {
                "width": raw.FPDF_GetPageWidthF(page),
                "height": raw.FPDF_GetPageHeightF(page),
                "pictures": images,
                "turned": told.turned,
                "rules": found,
                "runs": told.runs,
            }
        )
        if text:
            raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)
    return {"fonts": list(fonts), "pages": pages}


def drawn(raw: Any, page: Any) -> tuple[list[list[float]], int]:
    """The rules of a page, and how many pictures it has. A filled or stroked oblong counts as its four sides."""
    rules, images = [], 0
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page), THINGS)):
        thing = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(thing)
        images += kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(thing, *edges):
            continue
        left, foot, right, top = (round(edge.value, 1) for edge in edges)
        width, height = right - left, top - foot
        if min(width, height) <= THIN and max(width, height) >= LONG:
            rules.append([left, foot, right, top])
        elif min(width, height) > LONG:
            rules += [[left, foot, left, top], [right, foot, right, top], [left, foot, right, foot],
                      [left, top, right, top]]  # fmt: skip
    return rules, images


class Page:
    """The runs of one page, in the order the file draws them."""

    def __init__(self, raw: Any, text: Any, fonts: dict[str, int], rules: list[list[float]]) -> None:
        self.raw, self.text, self.fonts = raw, text, fonts
        self.upright = sorted({round(rule[0]) for rule in rules if rule[2] - rule[0] <= THIN})
        self.runs: list[list[Any]] = []
        self.turned = 0
        self.seen: dict[int, tuple[int, float, bool]] = {}
        self.box = raw.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def read(self, count: int) -> None:
        raw, text, box, x, y = self.raw, self.text, self.box, self.x, self.y
        run: list[Any] = []
        parts: list[str] = []
        space, key = False, -1
        for at in range(count):
            code = raw.FPDFText_GetUnicode(text, at)
            if code in (9, 10, 13, 32, 160):
                space = True
                if code in (10, 13):
                    key = -1
                continue
            thing = ctypes.cast(raw.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value or 0
            look = self.seen.get(thing) or self.look(at, thing)
            font, size, turned = look
            if turned:
                self.turned += 1
                key = -1
                continue
            raw.FPDFText_GetLooseCharBox(text, at, box)
            raw.FPDFText_GetCharOrigin(text, at, x, y)
            gap = box.left - run[1] if run else 0.0
            wide = (
                gap > GAP * size or gap < -0.5 * size or (gap > 0.2 * size and self.ruled(run[1], box.left))
            )
            if key != font or wide or not run or abs(y.value - run[2]) > 0.2 * size:
                parts, key = [], font
                run = [box.left, box.right, y.value, size, font, 0.0, parts]
                self.runs.append(run)
            elif space or gap > 0.18 * size:
                parts.append(" ")
                run[5] = run[5] or run[1]
            space = False
            parts.append(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 and code else "\ufffd")
            run[1] = max(run[1], box.right)
        for run in self.runs:
            run[5] = run[5] or run[1]
            run[:] = [*(round(number, 2) for number in run[:6]), "".join(run[6])]

    def ruled(self, left: float, right: float) -> bool:
        """Whether an upright rule stands between two letters."""
        at = bisect.bisect_left(self.upright, left - 1)
        return at < len(self.upright) and self.upright[at] <= right + 1

    def look(self, at: int, thing: int) -> tuple[int, float, bool]:
        """(font's number, size in points, whether the text is turned) of a text object."""
        raw, name, matrix = self.raw, ctypes.create_string_buffer(128), self.raw.FS_MATRIX()
        raw.FPDFText_GetFontInfo(self.text, at, name, 128, ctypes.c_int())
        font = self.fonts.setdefault(name.value.decode("utf-8", "replace"), len(self.fonts))
        size = raw.FPDFText_GetFontSize(self.text, at)
        if raw.FPDFText_GetMatrix(self.text, at, matrix):
            size *= (matrix.c**2 + matrix.d**2) ** 0.5
        angle = raw.FPDFText_GetCharAngle(self.text, at)
        turned = min(abs(angle), abs(angle - 6.2832)) > TURNED
        if len(self.seen) < 100_000:
            self.seen[thing] = font, max(size, 1.0), turned
        return font, max(size, 1.0), turned


if __name__ == "__main__":
    main()
