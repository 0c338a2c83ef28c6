"""The code on a separator page: „what follows is a new letter“, or „… is the scan of 08-155/1“."""

import io
import re

NEW = "new"
_MARK = "K:"
_ORDER = re.compile(r"K:(new|\d{2,4}-\d{1,9}(?:/\d{1,9})?)")


def separator(order: str = NEW) -> str:
    """The code as SVG for the page, without colours of its own; `order` is „new“ or a number of ours.

    The strongest correction: a quarter of it may be torn, stamped over or dirty. ValueError for another order.
    """
    import segno

    if not _ORDER.fullmatch(_MARK + order):
        raise ValueError(f"no order for a separator: {order}")
    out = io.BytesIO()
    code = segno.make(_MARK + order, error="h", micro=False, boost_error=False)
    code.save(out, kind="svg", xmldecl=False, svgclass=None, lineclass=None, omitsize=True, border=4)
    return out.getvalue().decode()


def order_of(text: str) -> str | None:
    """What a code that was read orders; None for one that is no separator's (other papers bear codes too)."""
    found = _ORDER.fullmatch(text.strip())
    return found[1] if found else None
