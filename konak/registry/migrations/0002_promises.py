"""What the database itself promises about books, cases and documents."""

from django.db import migrations

from konak.kernel.journal.sql import append_only, frozen


class Migration(migrations.Migration):
    dependencies = (("konak_registry", "0001_initial"),)
    operations = (
        append_only("konak_registry_book"),
        append_only("konak_registry_scan"),
        frozen(
            "konak_registry_case",
            when="OLD.id IS NOT NULL",
            columns=("book_id", "basic", "prefix", "mark", "retention", "opened_at", "title"),
        ),
        frozen(
            "konak_registry_document",
            when="OLD.id IS NOT NULL",
            columns=(
                "case_id",
                "sub",
                "number",
                "direction",
                "subject",
                "party_id",
                "party_name",
                "day",
                "received_on",
                "registered_at",
                "receipt",
                "body",
            ),
        ),
    )
