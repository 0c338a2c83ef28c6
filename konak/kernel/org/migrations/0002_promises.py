"""What the database itself promises about the office: no two intervals of the same place share a day."""

from typing import Any

from django.db import migrations

from konak.kernel.journal.sql import Said, never_deleted


def never_overlap(table: str, *columns: str) -> Said:
    """Rows of `table` with the same `columns` share no day between their `start` and `end`.

    Writers lock the post or body first (PostgreSQL) or are alone (SQLite), so a trigger sees every rival.
    """
    same = " AND ".join(f"o.{column} = NEW.{column}" for column in columns)
    rival = (
        f"EXISTS (SELECT 1 FROM {table} o WHERE {same} AND o.id <> NEW.id"  # noqa: S608 (names of this file)
        ' AND (o."end" IS NULL OR o."end" >= NEW.start)'
        ' AND (NEW."end" IS NULL OR o.start <= NEW."end"))'
    )
    said = f"{table} never overlap"

    def forward(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(
                f"CREATE FUNCTION {table}_apart() RETURNS trigger AS $$ BEGIN IF {rival} THEN"
                f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
                " END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
            )
            editor.execute(
                f"CREATE TRIGGER {table}_apart BEFORE INSERT OR UPDATE ON {table}"
                f" FOR EACH ROW EXECUTE FUNCTION {table}_apart()"
            )
            return
        for event in ("INSERT", "UPDATE"):
            # SQLite gives a row its id after a BEFORE trigger, so rivals are looked for once it stands.
            editor.execute(
                f"CREATE TRIGGER {table}_apart_{event.lower()} AFTER {event} ON {table}"
                f" WHEN {rival} BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )

    def backward(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP FUNCTION {table}_apart() CASCADE")
            return
        for event in ("insert", "update"):
            editor.execute(f"DROP TRIGGER {table}_apart_{event}")

    return Said(forward, backward)


class Migration(migrations.Migration):
    dependencies = (("konak_org", "0001_initial"),)
    operations = (
        never_overlap("konak_org_holding", "post_id", "place"),
        never_overlap("konak_org_mandate", "body_id", "person_id"),
        never_deleted("konak_org_holding"),
        never_deleted("konak_org_mandate"),
    )
