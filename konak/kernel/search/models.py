"""The index: one row for a thing in a language; full text and audiences are folded into it."""

from django.db import models


class Row(models.Model):
    """A findable text. `folded` and `audience` stand in the full-text index of the database beside it."""

    ref_kind = models.CharField(max_length=60)
    ref_id = models.BigIntegerField()
    lang = models.CharField(max_length=8)
    kind = models.CharField(max_length=60)
    title = models.TextField()
    body = models.TextField()
    folded = models.TextField()
    audience = models.TextField()
    day = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["ref_kind", "ref_id", "lang"], name="search_one_row_a_language"),
        )
