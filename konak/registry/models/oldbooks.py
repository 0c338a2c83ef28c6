"""An old book on its way into the register: the file, what its columns are, how far it is, what was wrong."""

from django.db import models

from konak.kernel.journal import Versioned
from konak.registry.models.books import Book


class OldBook(Versioned):
    """A file with the rows of an old book.

    It is a draft until somebody has said what its columns are; then it runs into `book` until it is done.
    `mapping` is {field: index of the column}; `unit` and `mark` are for rows that name none; with `closed` the
    cases without a day of putting away count as put away at the end of their year. Of `rows` rows `done` were
    looked at, `entered` are entries now, `there` were entries before, `bad` wait to be mended.
    """

    kind = models.CharField(max_length=12)
    year = models.PositiveIntegerField()
    book = models.ForeignKey(Book, models.PROTECT, null=True, related_name="+")
    file = models.ForeignKey("konak_files.File", models.PROTECT, related_name="+")
    mapping = models.JSONField(default=dict)
    unit = models.ForeignKey("konak_org.Unit", models.PROTECT, related_name="+")
    mark = models.CharField(max_length=4)
    language = models.CharField(max_length=8)
    closed = models.BooleanField(default=True)
    state = models.CharField(max_length=8, default="draft")
    rows = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    entered = models.PositiveIntegerField(default=0)
    there = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="draft", book__isnull=True)
                | models.Q(state__in=("running", "done"), book__isnull=False),
                name="registry_old_book_begun_has_its_book",
            ),
        )


class OldRow(models.Model):
    """A row that is no entry, with everything that is wrong: [[code, field, value], …]."""

    old = models.ForeignKey(OldBook, models.PROTECT, related_name="wrong")
    row = models.PositiveIntegerField()
    cells = models.JSONField()
    problems = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["old", "row"], name="registry_old_row_once"),)
