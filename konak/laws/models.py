"""Regulations of the state and of others that our acts rest on, and what was read of them."""

from datetime import date

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.kernel.i18n.fields import WordsField
from konak.kernel.journal import Ref, Versioned


class RegulationKind(models.TextChoices):
    LAW = "law", pgettext_lazy("regulation", "Law")
    BYLAW = "bylaw", _("By-law")
    STATUTE = "statute", pgettext_lazy("regulation", "Statute")
    OTHER = "other", _("Other regulation")


class ChangeKind(models.TextChoices):
    AMENDED = "amended", pgettext_lazy("regulation", "amended")
    REPEALED = "repealed", pgettext_lazy("regulation", "repealed")


class Bearer(models.TextChoices):
    COUNCIL = "council", _("Council")
    MAYOR = "mayor", _("Mayor")


class Regulation(Versioned):
    """A regulation under its official name; `issues` are the numbers of the gazette as printed: `5/2002`.

    `ended_on` is the first day it is no longer in force, known before it comes: ask `ended` for a day.
    """

    kind = models.CharField(max_length=8, choices=RegulationKind.choices)
    name = WordsField()
    issues = models.JSONField(default=list)
    ended_on = models.DateField(null=True)
    entered_at = models.DateTimeField()

    def ended(self, day: date) -> bool:
        """Whether it is no longer in force on a day."""
        return self.ended_on is not None and self.ended_on <= day


class LawChange(models.Model):
    """One change as the gazette brought it. `articles` are addresses in the regulation; empty: all of it."""

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=8, choices=ChangeKind.choices)
    issue = models.CharField(max_length=12)
    published_on = models.DateField()
    from_day = models.DateField()
    articles = models.JSONField(default=list)
    note = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["regulation", "issue"], name="laws_change_once_an_issue"),
            models.CheckConstraint(
                condition=models.Q(from_day__gte=models.F("published_on")),
                name="laws_change_applies_after_publication",
            ),
        )


class Reading(models.Model):
    """An issue of the Official Gazette that was read; `found` empty: nothing in it concerns us."""

    number = models.PositiveIntegerField()
    year = models.PositiveIntegerField()
    found = models.TextField(blank=True)
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["year", "number"], name="laws_issue_is_read_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="laws_issue_has_a_number"),
        )


class Obligation(Versioned):
    """What a regulation asks of the Council or the mayor; `act` is the number of the act that did it."""

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="obligations")
    article = models.CharField(max_length=60)
    duty = WordsField()
    bearer = models.CharField(max_length=8, choices=Bearer.choices)
    due = models.DateField()
    act = models.CharField(max_length=40, blank=True)
    done_on = models.DateField(null=True)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(act="", done_on__isnull=True)
                | ~models.Q(act="") & models.Q(done_on__isnull=False),
                name="laws_obligation_done_has_act_and_day",
            ),
        )
        indexes = (models.Index(fields=["due"], name="laws_obligation_by_term"),)

    @property
    def place(self) -> str:
        """Where it is written, in the reader's language: „член 12 став 2“."""
        return lex.cite(self.article, get_language() or "mk")


class Citation(models.Model):
    """A place of a text of ours that cites a regulation, as the newest text has it. Follows from the texts: made anew
    with each of them, and read by those who see every act.

    `about` names the text (`acts.act` and its id), `title` how it is called, `unit` the citing place in it, `key` the
    regulation without the word that is declined, `targets` the cited places, `issues` the cited issues (`5/2002`),
    `written_on` the day of the text.
    """

    about_kind = models.CharField(max_length=40)
    about_id = models.PositiveBigIntegerField()
    title = WordsField()
    lang = models.CharField(max_length=8)
    unit = models.CharField(max_length=200)
    key = models.CharField(max_length=400)
    name = models.TextField()
    targets = models.JSONField(default=list)
    issues = models.JSONField(default=list)
    written_on = models.DateField()

    class Meta:
        indexes = (
            models.Index(fields=["key"], name="laws_citation_by_name"),
            models.Index(fields=["about_kind", "about_id"], name="laws_citation_by_text"),
        )

    @property
    def about(self) -> Ref:
        return Ref(self.about_kind, self.about_id)
