"""axe-core in a page of a real browser: the rules of access that it breaks."""

from functools import cache
from pathlib import Path
from typing import Any

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is right is of no use here, and there is much of it. Style sheets and media are loaded beforehand for
# experimental rules, which are not ours, and for the one about sound, which our pages may not have (CSP).
LOOK = """rules => axe.run({runOnly: {type: "tag", values: rules}, resultTypes: ["violations"], preload: false})
  .then(found => found.violations)"""


@cache
def source() -> str:
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def broken(page: Any) -> list[tuple[str, str]]:
    """Each broken rule and the first place where it is."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(source())
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in page.evaluate(LOOK, RULES)]
