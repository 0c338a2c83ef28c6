"""What the database itself promises: votes and presence only grow, what was called or closed stays."""

from django.db import migrations

from konak.kernel.journal.sql import append_only, frozen


class Migration(migrations.Migration):
    dependencies = (("konak_sessions", "0001_initial"),)
    operations = (
        append_only("konak_sessions_vote"),
        append_only("konak_sessions_votebyname"),
        append_only("konak_sessions_agendavote"),
        append_only("konak_sessions_presence"),
        append_only("konak_sessions_minutes"),
        frozen(
            "konak_sessions_session",
            when="OLD.state IN ('called', 'open', 'closed', 'not_held')",
            columns=["body_id", "term", "number", "kind", "day", "called_on", "case_id", "decision_id"],
        ),
        frozen(
            "konak_sessions_item",
            when="OLD.official",
            columns=["session_id", "kind", "title", "act_id", "proposed_number", "double"],
        ),
    )
