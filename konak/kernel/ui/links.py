"""Where a thing named by a `Ref` is shown. Each room registers its kinds when it gets ready."""

from collections.abc import Callable
from typing import Protocol


class Named(Protocol):
    """What a link needs of a `Ref`."""

    @property
    def kind(self) -> str: ...

    @property
    def id(self) -> int: ...


_addresses: dict[str, Callable[[int], str]] = {}


def register(kind: str, address: Callable[[int], str]) -> None:
    """Say where things of this kind are shown: `address(id)` gives a path of this house."""
    if kind in _addresses:
        raise ValueError(f"{kind} already has an address")
    _addresses[kind] = address


def url(ref: Named) -> str:
    """The path of the thing; empty when its kind has no page."""
    address = _addresses.get(ref.kind)
    return address(ref.id) if address else ""
