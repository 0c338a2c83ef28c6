"""What the database itself promises about tasks."""

from django.db import migrations

from konak.kernel.journal.sql import frozen, never_deleted


class Migration(migrations.Migration):
    dependencies = (("konak_tasks", "0001_initial"),)
    operations = (
        never_deleted("konak_tasks_task"),
        frozen("konak_tasks_task", when="OLD.state <> 'open'"),
    )
