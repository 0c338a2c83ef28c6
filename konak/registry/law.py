"""Numbers of the писарница as text: pure, no settings.

Source: shapes of numbers seen in official acts (08-155/1, 35-1657/3, 0405-2112/4).
"""

import re

NUMBER = re.compile(r"(\d{2,4}|(?:УП|UP)\d)-(\d+)(?:/(\d+))?", re.IGNORECASE)


def full_number(prefix: str, basic: int, sub: int) -> str:
    """`ПРЕФИКС-основен/подброј`."""
    return f"{prefix}-{basic}/{sub}"


def read_number(text: str) -> tuple[str, int, int | None] | None:
    """(prefix, basic, sub) of a number as a person types it, in either script; None when it is none of ours."""
    found = NUMBER.fullmatch("".join(text.split()))
    return (
        (found[1].upper().replace("UP", "УП"), int(found[2]), int(found[3]) if found[3] else None)
        if found
        else None
    )
