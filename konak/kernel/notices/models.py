"""Notices of persons. The words live here and go by law; the journal keeps only that there was one."""

from django.db import models

from konak.kernel.journal import Ref
from konak.kernel.org import Person

from .kinds import TEMPLATES


class Notice(models.Model):
    """One sentence for one person about one thing, until it is read."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    template = models.CharField(max_length=80)
    fields = models.JSONField(default=dict)
    about = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(
                fields=["person"], condition=models.Q(read_at__isnull=True), name="notices_notice_unread"
            ),
            models.Index(fields=["person", "-at", "-id"], name="notices_notice_latest"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(read_at__isnull=True) | models.Q(read_at__gte=models.F("at")),
                name="notices_notice_read_after_it_was_written",
            ),
        )

    @property
    def ref(self) -> Ref | None:
        """What the notice is about."""
        return Ref.parse(self.about) if self.about else None

    def sentence(self, language: str) -> str:
        return TEMPLATES[self.template].said(self.fields, language)
