"""Who the office is: persons, units, bodies, posts, and who holds what from when to when.

Intervals include their first and their last day; an empty `end` lasts.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n.fields import WordsField
from konak.kernel.journal import Versioned

from .roles import Role


def _ends_after_it_starts(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(end__isnull=True) | Q(end__gte=F("start")), name=f"{name}_ends_after_it_starts"
    )


class Person(Versioned):
    """A person of the office: officials, clerks, councillors. Names as the identity card has them."""

    first = models.CharField(max_length=80)
    last = models.CharField(max_length=80)
    name_latin = models.CharField(max_length=200)
    languages = models.JSONField(default=list)
    email = models.EmailField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(first="") & ~Q(last=""), name="org_person_has_a_name"),
        )

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    def __str__(self) -> str:
        return self.name


class Unit(Versioned):
    """A sector, or a department in it. `number_prefix` opens the numbers of its documents (08-155/1)."""

    class Kind(models.TextChoices):
        SECTOR = "sector", _("sector")
        DEPARTMENT = "department", _("department")

    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    code = models.CharField(max_length=40, unique=True)
    name = WordsField()
    number_prefix = models.CharField(max_length=8)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="sector", parent__isnull=True) | Q(kind="department", parent__isnull=False),
                name="org_unit_departments_stand_in_a_sector",
            ),
        )


class Body(Versioned):
    """The Council, a committee, the mayor. Seats come from a norm, or from the act that founded it."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("council")
        COMMITTEE = "committee", _("committee")
        MAYOR = "mayor", _("mayor")

    code = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = WordsField()
    seats_norm = models.CharField(max_length=80, blank=True)
    seats = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(seats_norm="") | Q(seats__isnull=True), name="org_body_seats_from_one_source"
            ),
        )


class Post(Versioned):
    """A place of work or an office (president, mayor) with its roles; at most `places` hold it at once."""

    code = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    title = WordsField()
    roles = models.JSONField()
    places = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(unit__isnull=True) ^ Q(body__isnull=True), name="org_post_in_a_unit_or_in_a_body"
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="org_post_has_a_place"),
        )


class Holding(Versioned):
    """A person on a post, at one of its numbered places. Two never hold the same place on the same day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField(default=1)
    start = models.DateField()
    end = models.DateField(null=True)
    basis = models.CharField(max_length=300)

    class Meta:
        indexes = (models.Index(fields=["person", "start"], name="org_holding_of_a_person"),)
        constraints = (
            _ends_after_it_starts("org_holding"),
            models.CheckConstraint(condition=Q(place__gte=1), name="org_holding_has_a_place"),
            models.UniqueConstraint(
                fields=["post", "place"], condition=Q(end__isnull=True), name="org_holding_one_lasting_holder"
            ),
        )


class Mandate(Versioned):
    """A seat in a body. It ends with the term, or early for one of the reasons of the law."""

    class EndReason(models.TextChoices):
        TERM = "term", _("end of the term")
        RESIGNATION = "resignation", _("resignation")
        ABSENCE = "absence", _("unexcused absence from three consecutive sessions")
        INCOMPATIBILITY = "incompatibility", _("incompatible office")
        CONVICTION = "conviction", _("conviction")
        INCAPACITY = "incapacity", _("loss of legal capacity")
        DEATH = "death", _("death")
        DISMISSAL = "dismissal", _("dismissed from the body")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    start = models.DateField()
    end = models.DateField(null=True)
    end_reason = models.CharField(max_length=20, choices=EndReason.choices, blank=True)
    basis = models.CharField(max_length=300)

    class Meta:
        indexes = (models.Index(fields=["person", "start"], name="org_mandate_of_a_person"),)
        constraints = (
            _ends_after_it_starts("org_mandate"),
            models.CheckConstraint(
                condition=Q(end__isnull=False) | Q(end_reason=""), name="org_mandate_reason_only_at_its_end"
            ),
            models.UniqueConstraint(
                fields=["person", "body"],
                condition=Q(end__isnull=True),
                name="org_mandate_one_lasting_seat_a_person",
            ),
        )


class Community(models.Model):
    """A community of the Constitution's preamble, as a councillor may declare it."""

    code = models.CharField(max_length=12, unique=True)
    name = WordsField()


class DeclaredCommunity(models.Model):
    """What a councillor declared of himself. Restricted: every reading is logged."""

    mandate = models.OneToOneField(Mandate, models.PROTECT, related_name="+")
    community = models.ForeignKey(Community, models.PROTECT, related_name="+")
    declared_on = models.DateField()


class LanguageOfBody(models.Model):
    """A language a body works in, from the day its act says."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    language = models.CharField(max_length=8)
    start = models.DateField()
    end = models.DateField(null=True)
    basis = models.CharField(max_length=300)

    class Meta:
        constraints = (
            _ends_after_it_starts("org_languageofbody"),
            models.UniqueConstraint(
                fields=["body", "language"], condition=Q(end__isnull=True), name="org_languageofbody_once"
            ),
        )


class LocalCommunity(models.Model):
    """Месна or урбана заедница: where citizens of a part of the municipality meet."""

    class Kind(models.TextChoices):
        LOCAL = "local", _("local community")
        URBAN = "urban", _("urban community")

    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = WordsField()


class Settlement(models.Model):
    """A town or village of the municipality."""

    name = WordsField()
    local_community = models.ForeignKey(LocalCommunity, models.PROTECT, null=True, related_name="+")


def role_codes(value: Any) -> bool:
    """True if the value is a list of known role codes, each once."""
    return isinstance(value, list) and len(set(value)) == len(value) and set(value) <= set(Role.values)
