"""What the database itself promises about acts."""

from django.db import migrations

from konak.kernel.journal.sql import append_only, frozen, never_deleted, refuse

_FIXED_STAYS = (
    "OLD.fixed_hash <> '' AND (NEW.fixed_hash <> OLD.fixed_hash OR NEW.number <> OLD.number"
    " OR NEW.adopted_on <> OLD.adopted_on OR COALESCE(NEW.amends_id, 0) <> COALESCE(OLD.amends_id, 0))"
)
_NOT_THE_FIXED_TEXT = (
    "NOT EXISTS (SELECT 1 FROM konak_acts_act a WHERE a.id = NEW.act_id AND a.fixed_hash = NEW.fixed_hash"
    " AND a.fixed_hash <> '')"
)
_ALREADY_FIXED = "EXISTS (SELECT 1 FROM konak_acts_act a WHERE a.id = NEW.act_id AND a.fixed_hash <> '')"
_ENDED = "EXISTS (SELECT 1 FROM konak_acts_opinion o WHERE o.id = NEW.opinion_id AND o.state <> 'asked')"


class Migration(migrations.Migration):
    dependencies = (("konak_acts", "0001_initial"),)
    operations = (
        never_deleted("konak_acts_act"),
        never_deleted("konak_acts_opinion"),
        never_deleted("konak_acts_comment"),
        frozen("konak_acts_opinion", when="OLD.state <> 'asked'"),
        never_deleted("konak_acts_languagestep"),
        frozen("konak_acts_languagestep", when="OLD.state <> 'asked'"),
        append_only("konak_acts_sketchreader"),
        append_only("konak_acts_text"),
        append_only("konak_acts_original"),
        append_only("konak_acts_amendment"),
        append_only("konak_acts_settlement"),
        append_only("konak_acts_consolidated"),
        refuse(
            "konak_acts_act",
            "UPDATE",
            "konak_acts_fixed_stays",
            _FIXED_STAYS,
            "a fixed act keeps its text and number",
        ),
        refuse(
            "konak_acts_original",
            "INSERT",
            "konak_acts_signed_is_fixed",
            _NOT_THE_FIXED_TEXT,
            "only the fixed text may be signed",
        ),
        refuse(
            "konak_acts_sketch",
            "UPDATE",
            "konak_acts_sketch_ends",
            _ENDED,
            "what was sketched ends with the opinion",
        ),
        refuse(
            "konak_acts_text",
            "INSERT",
            "konak_acts_fixed_is_last",
            _ALREADY_FIXED,
            "a fixed act takes no further text",
        ),
    )
