"""Tasks point at any official thing."""

from django.db import models
from django.utils import translation

from konak.kernel.i18n import LANGUAGES, Words
from konak.kernel.i18n.fields import WordsField
from konak.kernel.journal import Ref, Versioned
from konak.kernel.org import Role


class Task(Versioned):
    """One thing to be done, by a person, by anybody of a unit, or by whoever holds a role."""

    about_kind = models.CharField(max_length=60)
    about_id = models.BigIntegerField()
    title = WordsField()
    due = models.DateField(null=True, blank=True)
    person = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey("konak_org.Unit", models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=24, blank=True)
    state = models.CharField(max_length=10, default="open")
    given_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(unit__isnull=False) | ~models.Q(role=""),
                name="tasks_task_waits_for_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(state="open", ended_at__isnull=True)
                | models.Q(state__in=("done", "withdrawn"), ended_at__isnull=False),
                name="tasks_task_ended_has_its_moment",
            ),
        )
        indexes = (
            models.Index(fields=["about_kind", "about_id"], name="tasks_task_about"),
            models.Index(
                fields=["person", "due"], condition=models.Q(state="open"), name="tasks_task_person"
            ),
            models.Index(fields=["unit", "due"], condition=models.Q(state="open"), name="tasks_task_unit"),
        )

    @property
    def about(self) -> Ref:
        return Ref(self.about_kind, self.about_id)

    @property
    def whom(self) -> str | Words:
        """For whom it waits: a person's name, or the name of a unit or role in every language."""
        if self.person is not None:
            return self.person.name
        if self.unit is not None:
            return dict(self.unit.name)
        names = {}
        for language in LANGUAGES:
            with translation.override(language):
                names[language] = self.role_name
        return names

    @property
    def role_name(self) -> str:
        """The role it waits for, in the reader's language."""
        return str(Role(self.role).label) if self.role else ""
