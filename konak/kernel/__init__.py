"""What every room stands on; knows no room."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def opens(package: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a door whose package is also a Django app.

    Django imports the package before any model may exist, so the door opens a name ({name: module})
    only when somebody asks for it.
    """

    def open_door(name: str) -> Any:
        if name not in names:
            raise AttributeError(f"{package} has no {name}")
        return getattr(import_module(f"{package}.{names[name]}"), name)

    return open_door
