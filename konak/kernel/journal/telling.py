"""Write a fact with its deed; read what happened to a thing."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet
from django.utils.timezone import localtime

from konak.kernel.i18n import Words, day_digits

from .facts import Actor, Fact, Ref
from .listening import names_of
from .models import Beside, Entry, Errand
from .rows import insert

_Told = tuple[Actor, Fact, datetime]
_gathered: ContextVar[list[_Told] | None] = ContextVar("konak_told_by_a_deed", default=None)
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


def announce(actor: Actor, fact: Fact, *, at: datetime) -> None:
    """Tell the fact in the transaction of the deed, with the errands of those who listen for it.

    What a deed announces is written together at its end, in this order.
    """
    if not connection.in_atomic_block:
        raise RuntimeError(f"{fact.name} was announced outside a deed")
    told = (actor, fact, at)
    if (gathered := _gathered.get()) is not None:
        gathered.append(told)
    else:
        _write([told])


def is_gathering() -> bool:
    """Whether a deed is under way."""
    return _gathered.get() is not None


@contextmanager
def gathering() -> Iterator[None]:
    """Write what the block announces in three sentences when it ends well; a block inside joins it."""
    if is_gathering():
        yield
        return
    told: list[_Told] = []
    token = _gathered.set(told)
    try:
        yield
    finally:
        _gathered.reset(token)
    if told:
        _write(told)


def _write(told: Sequence[_Told]) -> None:
    salts = [secrets.token_hex(16) if fact.words else "" for _, fact, _ in told]
    ids = insert(
        Entry,
        ("at", "fact", "subject_kind", "subject_id", "data", "account", "person", "standing_for", "origin",
         "request_id", "words_hash"),
        [
            (at, fact.name, fact.subject.kind, fact.subject.id, fact.data(), actor.account, actor.person,
             actor.standing_for, actor.origin, actor.request_id,
             words_hash(salt, fact.words) if salt else "")
            for salt, (actor, fact, at) in zip(salts, told, strict=True)
        ],
    )  # fmt: skip
    known = list(zip(ids, salts, (fact for _, fact, _ in told), strict=True))
    insert(
        Beside,
        ("entry_id", "salt", "words"),
        [(number, salt, dict(fact.words)) for number, salt, fact in known if salt],
    )
    insert(
        Errand,
        ("entry_id", "name", "tries", "trouble"),
        [(number, name, 0, "") for number, _, fact in known for name in names_of(type(fact))],
    )


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
