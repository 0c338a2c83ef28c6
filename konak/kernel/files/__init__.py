"""Files: bytes kept under their own hash, never changed; their kind is read from their content.

Bytes first, row after: `store` before the deed (fsynced, checked), `keep` inside it. A newer file takes the
place of an older one in the room that owns both; here nothing is ever replaced.
"""

from typing import TYPE_CHECKING

from konak.kernel import opens

from .kinds import PAPERS

if TYPE_CHECKING:
    from .keeping import audit, keep, sweep
    from .models import File
    from .storing import Blob, Damaged, open, path, store, stream
else:
    __getattr__ = opens(
        __name__,
        {
            "Blob": "storing",
            "Damaged": "storing",
            "File": "models",
            "audit": "keeping",
            "keep": "keeping",
            "open": "storing",
            "path": "storing",
            "store": "storing",
            "stream": "storing",
            "sweep": "keeping",
        },
    )

__all__ = ["PAPERS", "Blob", "Damaged", "File", "audit", "keep", "open", "path", "store", "stream", "sweep"]
