"""What the database itself promises about the law watch."""

from django.db import migrations

from konak.kernel.journal.sql import append_only, frozen, never_deleted


class Migration(migrations.Migration):
    dependencies = (("konak_laws", "0001_initial"),)
    operations = (
        never_deleted("konak_laws_regulation"),
        # A regulation whose end is known is still amended until then.
        frozen(
            "konak_laws_regulation",
            when="OLD.ended_on IS NOT NULL",
            columns=("kind", "name", "ended_on", "entered_at"),
        ),
        append_only("konak_laws_lawchange"),
        append_only("konak_laws_reading"),
        never_deleted("konak_laws_obligation"),
        frozen("konak_laws_obligation", when="OLD.act <> ''"),
    )
