"""The town's deviations from what is shipped."""

from django.db import models
from django.db.models import Q

from konak.kernel.i18n.fields import WordsField

from .shipped import Norm


class Deviation(models.Model):
    """A value of the town's own, over a shipped one; a later row over the same key and day wins."""

    key = models.CharField(max_length=80)
    value = models.JSONField()
    basis = WordsField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    entered_at = models.DateTimeField()
    entered_by = models.BigIntegerField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                name="norms_deviation_ends_after_it_begins",
            ),
        )

    def as_norm(self) -> Norm:
        return Norm(
            key=self.key,
            value=self.value,
            basis=self.basis,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            certainty="read",
            deviates=True,
        )
