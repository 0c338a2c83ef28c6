"""Promises that the database keeps by trigger, in both dialects, as migration operations."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import migrations
from django.db.migrations.state import ProjectState

_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION konak_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END
$$ LANGUAGE plpgsql;
"""


class Said(migrations.RunPython):
    """Something said to the database itself: it asks for no models, and is spared the making of them all."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        super().database_forwards(app_label, schema_editor, ProjectState(), to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        super().database_backwards(app_label, schema_editor, ProjectState(), to_state)


def append_only(table: str) -> Said:
    """Rows of `table` are neither changed nor deleted."""
    return _guard(table, "append_only", ("UPDATE", "DELETE"))


def never_deleted(table: str) -> Said:
    """Rows of `table` may change but never go."""
    return _guard(table, "never_deleted", ("DELETE",))


def never_changed(table: str) -> Said:
    """Rows of `table` may go (by law) but never change."""
    return _guard(table, "never_changed", ("UPDATE",))


def frozen(table: str, *, when: str, columns: Sequence[str] = ()) -> Said:
    """Rows for which `when` holds (SQL over OLD) never go, and their `columns` (or all) never change."""
    return _guard(table, "frozen", ("UPDATE", "DELETE"), when=when, columns=columns)


def only_by_ledger(table: str, *, ledger: str, key: str, columns: Mapping[str, str]) -> Said:
    """`columns` ({column: name of the field in the ledger}) take only what the ledger's last row says.

    The ledger is an append-only table with `key` (the row it is about), `field` and `new` (as text).
    """

    def changed(column: str, field: str) -> str:
        old, new = (f"COALESCE(CAST({row}.{column} AS TEXT), '')" for row in ("OLD", "NEW"))
        about = f"said.{key} = OLD.id AND said.field = '{field}'"
        last = f"SELECT said.new FROM {ledger} said WHERE {about} ORDER BY said.id DESC LIMIT 1"  # noqa: S608
        return f"({old} <> {new} AND {new} NOT IN ({last}))"

    wrong = " OR ".join(changed(column, field) for column, field in columns.items())
    name = f"{table}_only_by_ledger"
    return refuse(table, "UPDATE", name, f"({wrong})", f"{table} changes only by {ledger}")


def refuse(table: str, event: str, name: str, when: str, said: str) -> Said:
    """Refuse `event` on `table` where `when` (SQL over NEW and OLD, subqueries allowed) holds."""

    def forward(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN IF {when} THEN RAISE EXCEPTION '{said}'"
                " USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql",
                params=None,
            )
            editor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
                params=None,
            )
        else:
            editor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {when}"
                f" BEGIN SELECT RAISE(ABORT, '{said}'); END",
                params=None,
            )

    def backward(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP FUNCTION {name}() CASCADE", params=None)
        else:
            editor.execute(f"DROP TRIGGER {name}", params=None)

    return Said(forward, backward)


def _guard(
    table: str, promise: str, events: Sequence[str], *, when: str = "", columns: Sequence[str] = ()
) -> Said:
    def forward(apps: Any, editor: Any) -> None:
        dialect = editor.connection.vendor
        if dialect == "postgresql":
            editor.execute(_POSTGRES_FUNCTION, params=None)
        for event in events:
            editor.execute(_trigger(dialect, table, promise, event, when, columns), params=None)

    def backward(apps: Any, editor: Any) -> None:
        for event in events:
            name = f"{table}_{promise}_{event.lower()}"
            on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)

    return Said(forward, backward)


def _trigger(dialect: str, table: str, promise: str, event: str, when: str, columns: Sequence[str]) -> str:
    said = f"{table} is {promise.replace('_', ' ')}"
    name = f"{table}_{promise}_{event.lower()}"
    conditions = [f"({when})"] if when else []
    if columns and event == "UPDATE":
        # by value: a deed saves the whole row, and what it did not change is no change
        differs = "IS DISTINCT FROM" if dialect == "postgresql" else "IS NOT"
        conditions.append(f"({' OR '.join(f'OLD.{c} {differs} NEW.{c}' for c in _quoted(columns))})")
    condition = f" WHEN ({' AND '.join(conditions)})" if conditions else ""
    if dialect == "postgresql":
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW{condition}"
            f" EXECUTE FUNCTION konak_refuse('{said}')"
        )
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW{condition}"
        f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
    )


def _quoted(columns: Sequence[str]) -> list[str]:
    return [f'"{column}"' for column in columns]
