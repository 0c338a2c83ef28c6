"""What the database itself promises about the journal, and about the norms to the left of it."""

from django.db import migrations

from konak.kernel.journal.sql import append_only, never_changed


class Migration(migrations.Migration):
    dependencies = (("konak_journal", "0001_initial"), ("konak_norms", "0001_initial"))
    operations = (
        append_only("konak_journal_entry"),
        append_only("konak_journal_leaf"),
        append_only("konak_journal_block"),
        append_only("konak_journal_deedkey"),
        never_changed("konak_journal_beside"),
        append_only("konak_norms_deviation"),
    )
