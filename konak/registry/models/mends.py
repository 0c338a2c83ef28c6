"""What is said of an entry after it was made: the entry itself stays as it stood in the book."""

from django.db import models

from konak.registry.models.papers import Case, Document


class Correction(models.Model):
    """A wrong entry put right: the old value stays readable, the column takes the new one.

    `old` and `new` are the values as text (days as YYYY-MM-DD); of a correspondent, the name, with `party`.
    """

    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="corrections")
    case = models.ForeignKey(Case, models.PROTECT, null=True, blank=True, related_name="corrections")
    field = models.CharField(max_length=16)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    party = models.ForeignKey("konak_contacts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(document__isnull=False) ^ models.Q(case__isnull=False),
                name="registry_correction_of_one_thing",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="registry_correction_has_its_reason"),
        )


class Voiding(models.Model):
    """Why an entry counts no more; its number stays used and the entry visible."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="voiding")
    reason = models.TextField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(reason=""), name="registry_voiding_has_its_reason"),
        )


class Remark(models.Model):
    """A line of the book's last column, забелешка."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="remarks")
    text = models.TextField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()
