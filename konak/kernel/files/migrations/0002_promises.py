"""What the database itself promises about kept files."""

from django.db import migrations

from konak.kernel.journal.sql import append_only


class Migration(migrations.Migration):
    dependencies = (("konak_files", "0001_initial"),)
    operations = (append_only("konak_files_file"),)
