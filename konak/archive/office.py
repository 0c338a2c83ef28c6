"""The staff door of the archive."""

from konak.archive.queries import Disposable, disposable

__all__ = ["Disposable", "disposable"]
