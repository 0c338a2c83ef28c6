"""Issues of the gazette and what stands in them. A composed issue never goes away (0002_promises)."""

from django.db import models
from django.db.models import Q

from konak.gazette.flow import ISSUE
from konak.gazette.law import roman
from konak.kernel.i18n import Words
from konak.kernel.i18n.fields import WordsField
from konak.kernel.journal import Versioned

NUMBER = {"mk": "бр.", "sq": "nr.", "en": "no."}


class Issue(Versioned):
    """One issue. `row` is the row it is numbered in (`law.row_of`), `year` that of its masthead.

    `title` and `year_of` (the running year of the gazette) are what the norms said when it was begun.
    `content_hash` is the hash of what the sealed PDF prints.
    """

    row = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    year = models.PositiveIntegerField()
    day = models.DateField()
    title = WordsField()
    year_of = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=ISSUE.choices(), default="draft")
    document = models.OneToOneField("konak_registry.Document", models.PROTECT, related_name="+")
    composed_at = models.DateTimeField()
    file = models.ForeignKey("konak_files.File", models.PROTECT, null=True, related_name="+")
    content_hash = models.CharField(max_length=64, blank=True)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["row", "number"], name="gazette_number_only_once"),
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="draft"), name="gazette_one_draft_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", file__isnull=True, published_at__isnull=True, content_hash="")
                | Q(state="published", file__isnull=False, published_at__isnull=False) & ~Q(content_hash=""),
                name="gazette_published_has_its_paper",
            ),
        )
        indexes = (models.Index(fields=["state", "-day", "-id"], name="gazette_issue_newest"),)

    @property
    def short(self) -> str:
        """„3/2026“."""
        return f"{self.number}/{self.year}"

    @property
    def label(self) -> Words:
        """„Службен гласник на Општина Куманово бр. 3/2026“ in every language of the title."""
        return {lang: f"{name} {NUMBER.get(lang, '')} {self.short}" for lang, name in self.title.items()}

    @property
    def roman_year(self) -> str:
        return roman(self.year_of)

    def __str__(self) -> str:
        return self.short


class Entry(models.Model):
    """An act in an issue, at its place; `in_force_on` is known from the publication on."""

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="entries")
    position = models.PositiveSmallIntegerField()
    act = models.OneToOneField("konak_acts.Act", models.PROTECT, related_name="+")
    publication = models.ForeignKey("konak_acts.Act", models.PROTECT, null=True, related_name="+")
    in_force_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["issue", "position"], name="gazette_one_act_at_a_place"),
        )
        ordering = ("position",)
