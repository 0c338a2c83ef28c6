"""Django's SQLite; its module must bear this name.

SQLite makes a missing file anew. A database on a disk that is gone for a moment would then come back as an
empty one, and what is left of the empty one would spoil the real one when it returns.
"""

from typing import Any
from urllib.parse import quote

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        return params | {"database": f"file:{quote(str(params['database']))}?mode=rw"}
