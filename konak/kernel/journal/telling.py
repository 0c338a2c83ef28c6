"""Write a fact with its deed; read what happened to a thing."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet
from django.utils.timezone import localtime

from konak.kernel.i18n import Words, day_digits

from .facts import Actor, Fact, Ref
from .listening import names_of
from .models import Beside, Entry, Errand

_names: list[Callable[[int], str]] = []


def persons_are_named_by(name_of: Callable[[int], str]) -> None:
    """The journal keeps ids of persons; whoever knows the persons says here how they are called."""
    _names[:] = [name_of]


def who_and_when(entry: Entry) -> tuple[str, str]:
    """Who did it, by name ("" for jobs and strangers), and when: „13.10.2026 08:18“."""
    name = _names[0](entry.person) if _names and entry.person else ""
    at = localtime(entry.at)
    return name, f"{day_digits(at.date())} {at:%H:%M}"


def canonical(value: object) -> bytes:
    """One spelling for one value: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def words_hash(salt: str, words: Mapping[str, str | Words]) -> str:
    return hashlib.sha256(salt.encode() + canonical(words)).hexdigest()


def announce(actor: Actor, fact: Fact, *, at: datetime) -> Entry:
    """Write the fact and the errands of those who listen for it, in the transaction of the deed."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"{fact.name} was announced outside a deed")
    salt = secrets.token_hex(16) if fact.words else ""
    entry = Entry(
        at=at,
        fact=fact.name,
        subject_kind=fact.subject.kind,
        subject_id=fact.subject.id,
        data=fact.data(),
        account=actor.account,
        person=actor.person,
        standing_for=actor.standing_for,
        origin=actor.origin,
        request_id=actor.request_id,
        words_hash=words_hash(salt, fact.words) if fact.words else "",
    )
    entry.save(force_insert=True)
    if fact.words:
        Beside(entry=entry, salt=salt, words=fact.words).save(force_insert=True)
    Errand.objects.bulk_create([Errand(entry=entry, name=name) for name in names_of(type(fact))])
    return entry


def history(*subjects: Ref) -> QuerySet[Entry]:
    """The entries about these things, oldest first, with their words."""
    return entries_about(subjects).select_related("beside").order_by("at", "id")


def entries_about(subjects: Iterable[Ref]) -> QuerySet[Entry]:
    by_kind: dict[str, list[int]] = {}
    for subject in subjects:
        by_kind.setdefault(subject.kind, []).append(subject.id)
    found = Entry.objects.none()
    for kind, ids in by_kind.items():
        found = found | Entry.objects.filter(subject_kind=kind, subject_id__in=ids)
    return found
