"""Roles belong to posts, so they are told by org; here they are named for who asks about people."""

from konak.kernel.org import Role as ROLES
from konak.kernel.org import one_of

__all__ = ["ROLES", "one_of"]
