"""Sessions, their agenda, presence and votes. What was sent out or voted never changes (0002_promises)."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.clock import ZONE
from konak.kernel.i18n.fields import WordsField
from konak.kernel.journal import Versioned
from konak.sessions.flow import SESSION


class Kind(models.TextChoices):
    REGULAR = "regular", pgettext_lazy("session", "regular")
    EXTRAORDINARY = "extraordinary", pgettext_lazy("session", "extraordinary")
    CEREMONIAL = "ceremonial", pgettext_lazy("session", "ceremonial")


class AskedBy(models.TextChoices):
    MAYOR = "mayor", _("the mayor")
    MEMBERS = "members", _("members of the council")


class ItemKind(models.TextChoices):
    ACT = "act", _("act")
    REPORT = "report", _("report")
    INFORMATION = "information", _("information")
    CONSENT = "consent", _("consent")
    APPOINTMENT = "appointment", _("appointment")
    MINUTES = "minutes", _("minutes of an earlier session")
    QUESTIONS = "questions", _("councillors' questions")
    OTHER = "other", _("other")


class Session(Versioned):
    """One session of a body. Its `number` runs in the mandate that began on `term`, and is taken at the call.

    `papers_on` is the day the papers left; `late_reason` says why a term of calling was not kept.
    """

    body = models.ForeignKey("konak_org.Body", models.PROTECT, related_name="+")
    term = models.DateField()
    number = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    day = models.DateField()
    hour = models.TimeField()
    place = WordsField()
    state = models.CharField(max_length=8, choices=SESSION.choices(), default="draft")
    asked_by = models.CharField(max_length=8, choices=AskedBy.choices, blank=True)
    asked_on = models.DateField(null=True)
    askers = models.PositiveSmallIntegerField(null=True)
    asked_reason = models.TextField(blank=True)
    late_reason = models.TextField(blank=True)
    called_on = models.DateField(null=True)
    papers_on = models.DateField(null=True)
    case = models.ForeignKey("konak_registry.Case", models.PROTECT, null=True, related_name="+")
    decision = models.ForeignKey("konak_registry.Document", models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_with = models.PositiveSmallIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    prepared_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["body", "term", "number"], name="sessions_number_once_a_mandate"),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(number__isnull=False, called_on__isnull=False, decision__isnull=False),
                name="sessions_called_has_number_day_and_decision",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("open", "closed")) | Q(opened_at__isnull=False),
                name="sessions_held_was_opened",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(closed_at__gte=F("opened_at")),
                name="sessions_closed_after_it_was_opened",
            ),
        )
        indexes = (models.Index(fields=["-day", "-id"], name="sessions_session_newest"),)

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.day, self.hour, ZONE)

    @property
    def is_frozen(self) -> bool:
        return self.state in ("closed", "not_held")


class Item(models.Model):
    """A point of the agenda: the number it was proposed under and the one it was adopted under, both kept.

    `double` is the subject for which art. 41(3) asks a double majority, empty for none. `official` items were
    sent out or adopted: their words and first number stay.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="items")
    kind = models.CharField(max_length=12, choices=ItemKind.choices)
    title = WordsField()
    act = models.ForeignKey("konak_acts.Act", models.PROTECT, null=True, related_name="+")
    proposed_number = models.PositiveSmallIntegerField(null=True)
    adopted_number = models.PositiveSmallIntegerField(null=True)
    double = models.CharField(max_length=20, blank=True)
    double_reason = models.TextField(blank=True)
    official = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["session", "proposed_number"], name="sessions_item_proposed_once"
            ),
            models.UniqueConstraint(fields=["session", "adopted_number"], name="sessions_item_adopted_once"),
            models.UniqueConstraint(fields=["session", "act"], name="sessions_act_once_a_session"),
            models.CheckConstraint(
                condition=Q(kind="act", act__isnull=False) | ~Q(kind="act") & Q(act__isnull=True),
                name="sessions_item_of_an_act_has_its_act",
            ),
        )


class Presence(models.Model):
    """A member came or left; never changed, a mistake is followed by the right one."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")
    mandate = models.ForeignKey("konak_org.Mandate", models.PROTECT, related_name="+")
    came = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["session", "mandate"], name="sessions_presence_of_session"),)


class Method(models.TextChoices):
    HANDS = "hands", _("raised hands")
    ROLL = "roll", _("roll call")


class Again(models.TextChoices):
    """Why an item is counted once more."""

    RECOUNT = "recount", _("recount")
    REPEAT = "repeat", _("repeated vote")


class Count(models.Model):
    """What every count has. `present` was stated before the vote and rules; `counted` came from presence."""

    seats = models.PositiveSmallIntegerField()
    present = models.PositiveSmallIntegerField()
    counted = models.PositiveSmallIntegerField()
    votes_for = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField()
    adopted = models.BooleanField()
    verdict = models.JSONField()
    arithmetic = WordsField()
    basis = WordsField()
    by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class AgendaVote(Count):
    """The vote by which the agenda was adopted, or not."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["session"], condition=Q(adopted=True), name="sessions_agenda_adopted_once"
            ),
        )


class Vote(Count):
    """A vote on an item. A recount or repeated vote is a new row that names the one before."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="votes")
    method = models.CharField(max_length=5, choices=Method.choices)
    rule = models.CharField(max_length=10)
    double = models.BooleanField()
    communities_present = models.PositiveSmallIntegerField(null=True)
    communities_for = models.PositiveSmallIntegerField(null=True)
    before = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    again = models.CharField(max_length=7, choices=Again.choices, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["item"], condition=Q(before__isnull=True), name="sessions_item_voted_first_once"
            ),
            models.UniqueConstraint(fields=["before"], name="sessions_vote_counted_again_once"),
            models.CheckConstraint(
                condition=Q(double=False, communities_present__isnull=True, communities_for__isnull=True)
                | Q(double=True, communities_present__isnull=False, communities_for__isnull=False),
                name="sessions_double_majority_has_its_tally",
            ),
            models.CheckConstraint(
                condition=Q(before__isnull=True, again="") | Q(before__isnull=False) & ~Q(again=""),
                name="sessions_vote_again_says_why",
            ),
            models.CheckConstraint(
                condition=Q(present__gte=F("votes_for") + F("against") + F("abstained"))
                & Q(seats__gte=F("present")),
                name="sessions_vote_is_possible",
            ),
        )


class Choice(models.TextChoices):
    FOR = "for", pgettext_lazy("vote", "for")
    AGAINST = "against", pgettext_lazy("vote", "against")
    ABSTAINED = "abstained", pgettext_lazy("vote", "abstained")
    SILENT = "silent", pgettext_lazy("vote", "did not vote")


class VoteByName(models.Model):
    """How a member voted in a roll call. Never shown beside a second tally: that would tell communities."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="names")
    mandate = models.ForeignKey("konak_org.Mandate", models.PROTECT, related_name="+")
    choice = models.CharField(max_length=9, choices=Choice.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["vote", "mandate"], name="sessions_member_votes_once"),
        )


class Minutes(models.Model):
    """The minutes in one language as they were made. `text_hash` is over the words, whatever the file's form."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="minutes")
    lang = models.CharField(max_length=8)
    text_hash = models.CharField(max_length=64)
    pdf = models.ForeignKey("konak_files.File", models.PROTECT, related_name="+")
    docx = models.ForeignKey("konak_files.File", models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["session", "lang"], name="sessions_minutes_once_a_language"),
        )
