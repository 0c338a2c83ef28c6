"""What the database itself promises about the contacts."""

from django.db import migrations

from konak.kernel.journal.sql import never_deleted


class Migration(migrations.Migration):
    dependencies = (("konak_contacts", "0001_initial"),)
    operations = (never_deleted("konak_contacts_party"),)
