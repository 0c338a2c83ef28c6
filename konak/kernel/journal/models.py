"""The journal's tables. Entries, leaves and blocks are append-only by trigger on both databases."""

import re
from datetime import date
from typing import Any

from django.db import models
from django.db.models.functions import Now
from django.utils import translation

from konak.kernel.i18n import day_digits

from .facts import FACTS, Ref

_ISO_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")


class TransactionId(models.Expression):
    """The running transaction's id on PostgreSQL; 0 on SQLite, where one writes at a time."""

    output_field = models.BigIntegerField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[()]]:
        return "0", ()

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[()]]:
        return "pg_current_xact_id()::text::bigint", ()


class Entry(models.Model):
    """One fact, as it was announced. `at` was handed in, `recorded_at` is the database's own."""

    at = models.DateTimeField()
    recorded_at = models.DateTimeField(db_default=Now())
    fact = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    data = models.JSONField(default=dict)
    account = models.BigIntegerField(null=True)
    person = models.BigIntegerField(null=True)
    standing_for = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=8)
    request_id = models.CharField(max_length=40, blank=True)
    words_hash = models.CharField(max_length=64, blank=True)
    transaction = models.BigIntegerField(db_default=TransactionId())

    class Meta:
        indexes = (models.Index(fields=["subject_kind", "subject_id"], name="journal_entry_subject"),)

    @property
    def subject(self) -> Ref:
        return Ref(self.subject_kind, self.subject_id)

    def sentence(self, lang: str) -> str:
        """What happened, in the reader's language; words removed by law read as „…“."""
        beside = getattr(self, "beside", None)
        words = beside.words if beside else {}
        with translation.override(lang):
            data = {name: _day(value) for name, value in self.data.items()}
            return str(FACTS[self.fact].sentence).format_map(_Told({**data, **words}))


def _day(value: Any) -> Any:
    """A day as people write it; anything else as it is."""
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return day_digits(date.fromisoformat(value))
    return value


class _Told(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


class Beside(models.Model):
    """Names and words of an entry, bound to it by a salted hash; removable by law, the seal holds."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="beside")
    salt = models.CharField(max_length=32)
    words = models.JSONField()


class Block(models.Model):
    """A closed stretch of the journal: Merkle root over its leaves, chained to the block before."""

    number = models.PositiveIntegerField(unique=True)
    day = models.DateField()
    closed_at = models.DateTimeField()
    count = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)


class Leaf(models.Model):
    """The place of an entry in a block; ids may commit out of order, so it is written, not derived."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="leaf")
    block = models.ForeignKey(Block, models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["block", "position"], name="journal_leaf_has_its_own_place"),
        )


class DeedKey(models.Model):
    """A key that a deed was done under: the same content returns the first result."""

    key = models.CharField(max_length=80, primary_key=True)
    deed = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    result = models.CharField(max_length=90)
    at = models.DateTimeField()


class Errand(models.Model):
    """Something to be done after a fact is true, or once on a day; retried until it is done."""

    entry = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    day = models.DateField(null=True)
    next_try = models.DateTimeField(db_default=Now())
    leased_until = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["entry", "name"], name="journal_errand_once_for_a_fact"),
            models.UniqueConstraint(fields=["name", "day"], name="journal_errand_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(entry__isnull=False) ^ models.Q(day__isnull=False),
                name="journal_errand_of_a_fact_or_of_a_day",
            ),
        )
        indexes = (
            models.Index(
                fields=["next_try"], condition=models.Q(done_at__isnull=True), name="journal_errand_waiting"
            ),
        )


class Versioned(models.Model):
    """A noun that two clerks may hold at once; the form carries `version`, the deed compares it."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
