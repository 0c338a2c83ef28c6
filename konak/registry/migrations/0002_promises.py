"""What the database itself promises about books, cases and documents."""

from django.db import migrations

from konak.kernel.journal.sql import append_only, frozen, never_deleted, only_by_ledger, refuse


class Migration(migrations.Migration):
    dependencies = (("konak_registry", "0001_initial"),)
    operations = (
        append_only("konak_registry_book"),
        frozen(
            "konak_registry_closing",
            when="OLD.id IS NOT NULL",
            columns=("book_id", "last", "entries", "open_cases", "by_id", "at"),
        ),
        refuse(
            "konak_registry_closing",
            "UPDATE",
            "konak_registry_closing_signed_once",
            "(OLD.signed_id IS NOT NULL)",
            "konak_registry_closing is signed",
        ),
        refuse(
            "konak_registry_case",
            "INSERT",
            "konak_registry_case_of_closed_book",
            "(EXISTS (SELECT 1 FROM konak_registry_closing c WHERE c.book_id = NEW.book_id))",
            "konak_registry_book is closed",
        ),
        never_deleted("konak_registry_oldbook"),
        append_only("konak_registry_oldrow"),
        append_only("konak_registry_scan"),
        append_only("konak_registry_correction"),
        append_only("konak_registry_voiding"),
        append_only("konak_registry_remark"),
        frozen(
            "konak_registry_case",
            when="OLD.id IS NOT NULL",
            columns=("book_id", "basic", "prefix", "opened_at"),
        ),
        only_by_ledger(
            "konak_registry_case",
            ledger="konak_registry_correction",
            key="case_id",
            columns={"title": "title", "mark": "mark", "retention": "retention"},
        ),
        frozen(
            "konak_registry_document",
            when="OLD.id IS NOT NULL",
            columns=(
                "case_id",
                "sub",
                "number",
                "direction",
                "day",
                "registered_at",
                "receipt",
                "body",
                "stated_at",
            ),
        ),
        only_by_ledger(
            "konak_registry_document",
            ledger="konak_registry_correction",
            key="document_id",
            columns={
                name: name
                for name in (
                    *("subject", "language", "mark", "received_on", "channel"),
                    *("sender_number", "sender_date", "enclosures"),
                )
            }
            | {"party_name": "party"},
        ),
        refuse(
            "konak_registry_document",
            "UPDATE",
            "konak_registry_document_void_stays",
            "(OLD.state = 'void')",
            "konak_registry_document is void for good",
        ),
    )
