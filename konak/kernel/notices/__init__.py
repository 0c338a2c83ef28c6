"""Notices: one sentence for one person, in the house and by mail, in the reader's language."""

from typing import TYPE_CHECKING

from konak.kernel import opens

from .kinds import Template, template

if TYPE_CHECKING:
    from .actions import mark_read, notify
    from .models import Notice
    from .queries import notices, unread
else:
    __getattr__ = opens(
        __name__,
        {
            "Notice": "models",
            "mark_read": "actions",
            "notices": "queries",
            "notify": "actions",
            "unread": "queries",
        },
    )

__all__ = ["Notice", "Template", "mark_read", "notices", "notify", "template", "unread"]
