"""What the house knows of itself."""

from django.db import models


class Sample(models.Model):
    """The mark of a sample database: one row, written before anything else is in it."""

    day = models.DateField()

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="house_one_mark_of_a_sample"),)
