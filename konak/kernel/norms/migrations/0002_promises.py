"""A deviation that was entered stays entered; a later row supersedes it."""

from django.db import migrations

from konak.kernel.journal.sql import append_only


class Migration(migrations.Migration):
    dependencies = (("konak_norms", "0001_initial"),)
    operations = (append_only("konak_norms_deviation"),)
