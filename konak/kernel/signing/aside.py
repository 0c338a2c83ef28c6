"""Signing apart from its caller's thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def aside(work: Callable[[], T]) -> T:
    """What `work` gives, done in a thread of its own: pyHanko runs an event loop, and a thread runs one at most."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()
