"""What the database itself promises about issues: none goes away, a published one stands as it is."""

from django.db import migrations

from konak.kernel.journal.sql import frozen, never_deleted, refuse

_PUBLISHED = (
    "EXISTS (SELECT 1 FROM konak_gazette_issue i WHERE i.id = NEW.issue_id AND i.state = 'published')"
)


class Migration(migrations.Migration):
    dependencies = (("konak_gazette", "0001_initial"),)
    operations = (
        never_deleted("konak_gazette_issue"),
        frozen("konak_gazette_issue", when="OLD.state = 'published'"),
        frozen("konak_gazette_entry", when="OLD.in_force_on IS NOT NULL"),
        refuse(
            "konak_gazette_entry",
            "INSERT",
            "konak_gazette_published_is_whole",
            _PUBLISHED,
            "a published issue takes no further act",
        ),
    )
