"""The full-text index of each database, kept by the database itself."""

from typing import Any

from django.db import migrations

from konak.kernel.journal.sql import Said

_SQLITE = (
    """CREATE VIRTUAL TABLE konak_search_text USING fts5(
        folded, audience, content='konak_search_row', content_rowid='id', tokenize='unicode61', prefix='3'
    )""",
    """CREATE TRIGGER konak_search_row_added AFTER INSERT ON konak_search_row BEGIN
        INSERT INTO konak_search_text (rowid, folded, audience) VALUES (new.id, new.folded, new.audience);
    END""",
    """CREATE TRIGGER konak_search_row_gone AFTER DELETE ON konak_search_row BEGIN
        INSERT INTO konak_search_text (konak_search_text, rowid, folded, audience)
        VALUES ('delete', old.id, old.folded, old.audience);
    END""",
    """CREATE TRIGGER konak_search_row_changed AFTER UPDATE ON konak_search_row BEGIN
        INSERT INTO konak_search_text (konak_search_text, rowid, folded, audience)
        VALUES ('delete', old.id, old.folded, old.audience);
        INSERT INTO konak_search_text (rowid, folded, audience) VALUES (new.id, new.folded, new.audience);
    END""",
)
_POSTGRES = (
    """ALTER TABLE konak_search_row ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', audience || ' ' || folded)) STORED""",
    "CREATE INDEX konak_search_row_vector ON konak_search_row USING gin (vector) WITH (fastupdate = off)",
)


def build(apps: Any, editor: Any) -> None:
    for statement in _POSTGRES if editor.connection.vendor == "postgresql" else _SQLITE:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = (("konak_search", "0001_initial"),)
    operations = (Said(build, Said.noop),)
