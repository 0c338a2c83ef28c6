"""Find anything by its words in either script: among what is public, and among what the actor may see.

Rooms say in `index.py` what of theirs may be found and by whom (audiences). The audiences stand in the
index, so the query filters, never the page.
"""

from typing import TYPE_CHECKING

from konak.kernel import opens

from .audiences import PUBLIC, STAFF, audiences_of, person, role, unit
from .indexing import Findable, indexed

if TYPE_CHECKING:
    from .finding import Hit, Page, search
    from .writing import reindex
else:
    __getattr__ = opens(
        __name__, {"Hit": "finding", "Page": "finding", "reindex": "writing", "search": "finding"}
    )

__all__ = [
    "PUBLIC",
    "STAFF",
    "Findable",
    "Hit",
    "Page",
    "audiences_of",
    "indexed",
    "person",
    "reindex",
    "role",
    "search",
    "unit",
]
