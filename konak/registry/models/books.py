"""The books of a year: the деловодник, and the уписници beside it."""

from django.db import models

MAIN = "main"


class Book(models.Model):
    """A book of a year; `kind` is one of the norm `registry.books`.

    Numbers up to `starts_after` were given before Konak kept it. A book that was kept elsewhere altogether is
    `imported`: it gives no numbers, and its gaps are its own.
    """

    kind = models.CharField(max_length=12, default=MAIN)
    year = models.PositiveIntegerField()
    starts_after = models.PositiveIntegerField(default=0)
    imported = models.BooleanField(default=False)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "year"], name="registry_book_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class Closing(models.Model):
    """A book closed for good, „заклучно со број …“; `signed` is the scan of the signed and sealed note.

    Source: arts. 8–11, Instruction on office work, Official Gazette 99/2014.
    """

    book = models.OneToOneField(Book, models.PROTECT, related_name="closing")
    last = models.PositiveIntegerField()
    entries = models.PositiveIntegerField()
    open_cases = models.PositiveIntegerField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
    signed = models.ForeignKey("konak_files.File", models.PROTECT, null=True, blank=True, related_name="+")
