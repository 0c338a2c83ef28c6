"""What the house draws itself: a neutral coat of arms and the woven edge, as SVG by code.

The arms belong to nobody: a shield of pine, a house with wide eaves over water, a woven chief. A
municipality that has uploaded its own arms uses those.
"""

PINE, WINE, OCHRE, PAPER = "#0d5c4f", "#7a1f3d", "#f2b233", "#fbfaf6"

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
    """The neutral coat of arms, 100 × 120."""
    shield = "M4 4H96V62C96 90 72 106 50 116C28 106 4 90 4 62Z"
    diamonds = "".join(f"M{x} 14l5 -5l5 5l-5 5z" for x in range(8, 88, 12))
    house = (
        "M18 56L50 34L82 56L79 60L72 56V82H28V56L21 60Z"  # roof with wide eaves, walls
        "M45 82V68A5 5 0 0 1 55 68V82Z"  # gate
        "M33 62h7v8h-7zM60 62h7v8h-7z"  # windows
    )
    wave = "q5.5 -5 11 0t11 0t11 0t11 0t11 0t11 0"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">'
        f'<path d="{shield}" fill="{PINE}" stroke="{PINE}" stroke-width="4" stroke-linejoin="round"/>'
        f'<path d="{shield}" fill="none" stroke="{PAPER}" stroke-width="1.2" transform="translate(2.5 2.9)'
        ' scale(.95)"/>'
        f'<path d="{diamonds}" fill="{OCHRE}"/><path d="M7 25.5H93" stroke="{OCHRE}" stroke-width="1.4"/>'
        f'<path d="{house}" fill="{PAPER}" fill-rule="evenodd"/>'
        f'<g fill="none" stroke="{PAPER}" stroke-width="2.2" stroke-linecap="round">'
        f'<path d="M17 92{wave}"/><path d="M28 100q5.5 -5 11 0t11 0t11 0t11 0"/></g></svg>'
    )
