"""Cases and documents. Nothing here is ever deleted, no number ever changes (0002_promises)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.journal import Versioned
from konak.registry.models.books import Book


class Direction(models.TextChoices):
    INCOMING = "incoming", pgettext_lazy("document", "Incoming")
    OUTGOING = "outgoing", pgettext_lazy("document", "Outgoing")
    INTERNAL = "internal", pgettext_lazy("document", "Internal")


class Channel(models.TextChoices):
    COUNTER = "counter", _("At the counter")
    POST = "post", _("By post")
    REGISTERED_POST = "registered", _("By registered post")
    EMAIL = "email", _("By e-mail")
    COURIER = "courier", _("By courier")


class Way(models.TextChoices):
    HAND = "hand", _("By hand, with the delivery book")
    POST = "post", _("By ordinary post")
    REGISTERED_POST = "registered", _("By registered post with return receipt")
    EMAIL = "email", _("By e-mail")
    BOARD = "board", _("On the notice board")


class Case(Versioned):
    """A basic number and all that is filed under it.

    `task` is what the last routing asked for, `retention` is in years, empty for permanent.
    """

    book = models.ForeignKey(Book, models.PROTECT, related_name="+")
    basic = models.PositiveIntegerField()
    prefix = models.CharField(max_length=8)
    title = models.TextField()
    language = models.CharField(max_length=8)
    unit = models.ForeignKey("konak_org.Unit", models.PROTECT, related_name="+")
    officer = models.ForeignKey("konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+")
    task = models.ForeignKey("konak_tasks.Task", models.PROTECT, null=True, blank=True, related_name="+")
    mark = models.CharField(max_length=4)
    retention = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, default="open")
    opened_at = models.DateTimeField()
    term = models.CharField(max_length=40, blank=True)
    term_from = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    routed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["book", "basic"], name="registry_basic_number_once_a_year"),
            models.CheckConstraint(
                condition=models.Q(state="open", closed_at__isnull=True)
                | models.Q(state__in=("closed", "void"), closed_at__isnull=False),
                name="registry_case_closed_has_its_moment",
            ),
        )
        indexes = (
            models.Index(fields=["unit", "state"], name="registry_case_of_unit"),
            models.Index(fields=["officer", "state"], name="registry_case_of_officer"),
        )

    @property
    def number(self) -> str:
        """„08-155“, as the cover of the case bears it."""
        return f"{self.prefix}-{self.basic}"

    def __str__(self) -> str:
        return self.number


class Document(Versioned):
    """One paper under its number `ПРЕФИКС-основен/подброј`; `receipt` lets its sender ask how far it is.

    What was entered late bears the moment the clerk says (`stated_at`, and so `day`) beside the true one.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents")
    sub = models.PositiveIntegerField()
    number = models.CharField(max_length=24)
    direction = models.CharField(max_length=8, choices=Direction.choices)
    state = models.CharField(max_length=10)
    subject = models.TextField()
    subject_key = models.TextField(editable=False)
    language = models.CharField(max_length=8)
    party = models.ForeignKey("konak_contacts.Party", models.PROTECT, null=True, blank=True, related_name="+")
    party_name = models.CharField(max_length=200, blank=True)
    party_key = models.CharField(max_length=260, blank=True, editable=False)
    party_address = models.CharField(max_length=200, blank=True)
    unit = models.ForeignKey("konak_org.Unit", models.PROTECT, related_name="+")
    mark = models.CharField(max_length=4)
    day = models.DateField()
    received_on = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    sender_number = models.CharField(max_length=60, blank=True)
    sender_date = models.DateField(null=True, blank=True)
    enclosures = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(blank=True)
    receipt = models.CharField(max_length=16, blank=True)
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        "konak_org.Person", models.PROTECT, null=True, blank=True, related_name="+"
    )
    stated_at = models.DateTimeField(null=True, blank=True)
    late_reason = models.TextField(blank=True)
    way = models.CharField(max_length=10, choices=Way.choices, blank=True)
    dispatched_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "sub"], name="registry_sub_number_once_a_case"),
            models.UniqueConstraint(
                fields=["receipt"], condition=~models.Q(receipt=""), name="registry_receipt_only_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(direction="incoming") | models.Q(received_on__isnull=False),
                name="registry_incoming_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(stated_at__isnull=True, late_reason="")
                | models.Q(stated_at__isnull=False) & ~models.Q(late_reason=""),
                name="registry_late_entry_has_its_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="dispatched")
                | models.Q(direction="outgoing", dispatched_on__isnull=False) & ~models.Q(way=""),
                name="registry_dispatched_has_way_and_day",
            ),
        )
        indexes = (models.Index(fields=["-day", "-id"], name="registry_document_newest"),)

    def __str__(self) -> str:
        return self.number


class Scan(models.Model):
    """A file that belongs to a document, in its order."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="scans")
    file = models.ForeignKey("konak_files.File", models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["document", "position"], name="registry_scan_has_its_place"),
        )
