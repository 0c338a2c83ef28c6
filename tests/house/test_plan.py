"""The house is built as planned: calls go down and through doors, foreign keys point down."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from konak.house import plan
from konak.house.machine import BASE

pytestmark = pytest.mark.alike
KONAK = BASE / "konak"
ROOMS = sorted(path.parent.name for path in KONAK.glob("*/__init__.py"))
DUTIES = [room for room in ROOMS if room not in ("house", "kernel", "lex")]
PARTS = sorted(path.parent.name for path in KONAK.glob("kernel/*/__init__.py"))


def modules() -> dict[str, Path]:
    """Every module of the house outside the tests, by its name."""
    found = {}
    for path in KONAK.rglob("*.py"):
        parts = path.relative_to(BASE).with_suffix("").parts
        if "tests" not in parts:
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def calls(module: str) -> Iterator[str]:
    """The modules of the house that a module imports, wherever in it."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "konak")
        elif isinstance(node, ast.ImportFrom):
            above = package.rsplit(".", node.level - 1)[0] if node.level else ""
            source = ".".join(filter(None, (above, node.module)))
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                if source.split(".")[0] == "konak":
                    yield inner if inner in MODULES else source


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def unplanned(caller: str, called: str) -> str:
    """Why the plan does not allow this call; "" when it does."""
    here, there = room_of(caller), room_of(called)
    if here == there or called == "konak":
        return ""
    if here == "__main__":
        return "" if called == "konak.house.cli" else "only the command line starts here"
    if plan.floor(there) >= plan.floor(here):
        return "calls go down"
    if there == "kernel" or there == "lex":
        if there == "lex" and here != "house" and "lex" not in plan.MAY_CALL[here]:
            return "not in the plan"
        front = ".".join(called.split(".")[: 3 if there == "kernel" else 2])
        side = called.removeprefix(front).strip(".")
        return "" if not side or side in plan.SIDE_DOORS.get(front, ()) else "not a door"
    doors = (plan.OFFICE, plan.STREET, plan.FACTS) if here == "house" else plan.MAY_CALL[here].get(there, ())
    return "" if called in [f"konak.{there}.{door}" for door in doors] else "not by a door of the plan"


def test_every_call_is_in_the_plan() -> None:
    found = [
        f"{caller} → {called}: {why}"
        for caller in MODULES
        for called in calls(caller)
        if (why := unplanned(caller, called))
    ]
    assert found == []


def test_the_kernel_is_read_from_left_to_right() -> None:
    found = [
        f"{caller} → {called}"
        for caller in MODULES
        if caller.startswith("konak.kernel.")
        for called in calls(caller)
        if called.startswith("konak.kernel.")
        and (here := caller.split(".")[2]) != (there := called.split(".")[2])
        and plan.kernel_rank(there) >= plan.kernel_rank(here)
    ]
    assert found == []


def test_each_door_is_found_shut_where_the_plan_shuts_it() -> None:
    """The check itself can fail."""
    assert unplanned("konak.registry.actions", "konak.acts.office") == "calls go down"
    assert unplanned("konak.contacts.actions", "konak.tasks.office") == "calls go down"
    assert unplanned("konak.acts.actions", "konak.registry.models") == "not by a door of the plan"
    assert unplanned("konak.website.web.views", "konak.acts.office") == "not by a door of the plan"
    assert unplanned("konak.registry.actions", "konak.lex") == "not in the plan"
    assert unplanned("konak.acts.actions", "konak.kernel.journal.models") == "not a door"
    assert unplanned("konak.kernel.org", "konak.registry.office") == "calls go down"
    assert unplanned("konak.acts.actions", "konak.registry.office") == ""
    assert unplanned("konak.acts.migrations.0001_initial", "konak.kernel.journal.sql") == ""


def test_the_plan_obeys_its_own_floors() -> None:
    found = [
        f"{here} → {there}"
        for here, doors in plan.MAY_CALL.items()
        for there in doors
        if plan.floor(there) >= plan.floor(here)
    ]
    assert found == []
    for face in ("website", "opendata"):
        assert {door for doors in plan.MAY_CALL[face].values() for door in doors} == {plan.STREET}


def test_every_folder_is_a_room_of_the_plan() -> None:
    planned = {room for floor in plan.FLOORS for room in floor}
    assert [room for room in ROOMS if room not in planned] == []
    assert [room for room in ROOMS if room not in plan.MAY_CALL and room not in ("house", "kernel")] == []
    assert [part for part in PARTS if part not in {part for group in plan.KERNEL for part in group}] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_its_duty_and_is_no_stub(room: str) -> None:
    assert ast.get_docstring(ast.parse((KONAK / room / "__init__.py").read_text()))
    if room not in ("house", "kernel"):  # the house is tested from tests/, the kernel part by part
        assert list((KONAK / room / "tests").rglob("test_*.py"))


@pytest.mark.parametrize("room", DUTIES)
def test_a_room_holds_the_furniture_and_nothing_else(room: str) -> None:
    known = {piece for row in plan.FURNITURE for piece in row} | set(plan.FITTINGS)
    known |= plan.OWN_PIECES.get(room, {}).keys()
    pieces = {path.stem for path in (KONAK / room).iterdir() if path.suffix == ".py"}
    pieces |= {path.parent.name for path in (KONAK / room).glob("*/__init__.py")}
    assert sorted(pieces - known - {"__init__"}) == []


def test_the_import_contracts_draw_the_same_plan() -> None:
    contracts = tomllib.loads((BASE / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    drawn = {
        contract["id"]: tuple(
            tuple(name.strip(" ()") for name in layer.replace(":", "|").split("|"))
            for layer in contract["layers"]
        )
        for contract in contracts
        if contract["type"] == "layers"
    }
    assert drawn == {
        "floors": plan.FLOORS,
        "kernel": tuple(reversed(plan.KERNEL)),
        "furniture": plan.FURNITURE,
    }


def foreign_keys() -> Iterator[tuple[type[models.Model], models.ForeignKey]]:
    """Every foreign key that starts in the house."""
    for model in apps.get_models():
        if model.__module__.startswith("konak."):
            for field in model._meta.get_fields():
                if isinstance(field, models.ForeignKey):
                    yield model, field


def height(model: type[models.Model]) -> tuple[int, int]:
    """Floor, and within the kernel the place of the part; Django's own tables lie lowest."""
    _, room, *rest = model.__module__.split(".")
    if not model.__module__.startswith("konak."):
        return (-1, 0)
    return (plan.floor(room), plan.kernel_rank(rest[0]) if room == "kernel" else 0)


def test_foreign_keys_point_down_protect_and_are_not_followed_back() -> None:
    found = []
    for model, field in foreign_keys():
        other = field.related_model
        if other._meta.app_label == model._meta.app_label:
            continue
        name = f"{model._meta.label}.{field.name}"
        if height(other) >= height(model):
            found.append(f"{name} does not point down")
        if field.remote_field.on_delete is not models.PROTECT and not other.__module__.startswith("django."):
            found.append(f"{name} does not protect")
        if not field.remote_field.hidden:
            found.append(f"{name} can be followed back")
    assert found == []


def test_every_app_is_labelled_after_its_room() -> None:
    wrong = [
        config.name
        for config in apps.get_app_configs()
        if config.name.startswith("konak.") and config.label != f"konak_{config.name.split('.')[-1]}"
    ]
    assert wrong == []
