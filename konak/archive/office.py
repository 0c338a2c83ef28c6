"""The staff door of the archive."""

from konak.archive.packing import pack
from konak.archive.queries import Disposable, disposable

__all__ = ["Disposable", "disposable", "pack"]
