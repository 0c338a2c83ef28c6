"""One counter for each series and year."""

from django.db import models


class Counter(models.Model):
    """The last number taken in a series of a year; year 0 for series that never start anew."""

    series = models.CharField(max_length=80)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["series", "year"], name="numbering_one_counter"),)
