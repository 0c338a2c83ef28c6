"""What the house draws itself, as SVG: a neutral coat of arms, and the woven edge by code.

The arms belong to nobody: a house with wide eaves over water, under a woven chief. A municipality that has
uploaded its own arms uses those.
"""

from pathlib import Path

WINE = "#7a1f3d"
ARMS = Path(__file__).parents[1] / "static/ui/arms.svg"

# One repeat of the weave, a stitch a letter; reads the same upside down, as cloth does.
MOTIF = (
    "..#...#...#.",
    ".#.#.#.#.###",
    "#...#...#.#.",
    ".#.#.#.#.###",
    "..#...#...#.",
)


def weave(repeats: int = 40, colour: str = WINE) -> str:
    """A woven band, `repeats` motifs long, one motif high; scale it as you like."""
    high, wide = len(MOTIF), len(MOTIF[0])
    stitches = "".join(
        f"M{repeat * wide + x} {y}h1v1h-1z"
        for repeat in range(repeats)
        for y, line in enumerate(MOTIF)
        for x, stitch in enumerate(line)
        if stitch == "#"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {repeats * wide} {high}"'
        f' shape-rendering="crispEdges"><path fill="{colour}" d="{stitches}"/></svg>'
    )


def arms() -> str:
    """The neutral coat of arms, 100 × 120: the one the screens show."""
    return ARMS.read_text("utf-8")
