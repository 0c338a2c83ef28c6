"""Many rows in one sentence: what every deed writes costs a database once, and Python hardly."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection, models

PLACES = 30_000  # what one sentence may bear: SQLite 32,766, PostgreSQL 65,535


def insert(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """Insert the rows and return their primary keys in the same order; other columns take the database's
    defaults. Values are numbers, texts, moments, and dicts for JSON columns. As few sentences as it takes."""
    most = PLACES // len(columns)
    return [
        key
        for start in range(0, len(rows), most)
        for key in _said(model, columns, rows[start : start + most])
    ]


def _said(model: type[models.Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    table, key = model._meta.db_table, model._meta.pk.column
    places = f"({', '.join(['%s'] * len(columns))})"
    sentence = f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([places] * len(rows))}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"{sentence} RETURNING {key}", [_plain(value) for row in rows for value in row])
        return [int(number) for (number,) in cursor.fetchall()]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value
