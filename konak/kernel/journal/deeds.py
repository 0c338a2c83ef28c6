"""The frame of every deed: one transaction, an optional key, a lock on the noun."""

import dataclasses
import hashlib
import inspect
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import wraps
from typing import Any, ParamSpec, TypeVar, overload

from django.db import connection, models, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel import norms
from konak.kernel.errors import Reason, Refused

from .facts import Actor, Ref
from .models import Versioned
from .telling import canonical, gathering, history, is_gathering, who_and_when

P = ParamSpec("P")
R = TypeVar("R")
Noun = TypeVar("Noun", bound=models.Model)


_FIRST = "SELECT digest, result FROM konak_journal_deedkey WHERE key = %s"
_KEEP = """
INSERT INTO konak_journal_deedkey (key, deed, digest, result, at) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING
"""


class _Raced(Exception):
    """Another transaction finished the same key first."""


@overload
def deed(function: Callable[P, R]) -> Callable[P, R]: ...
@overload
def deed(*, keyed: bool) -> Callable[[Callable[P, R]], Callable[P, R]]: ...
def deed(function: Any = None, *, keyed: bool = False) -> Any:
    """Make a function a deed: all of it happens in one transaction, or nothing.

    A deed called by a deed joins its transaction. With `keyed=True` the function takes `key`: the same
    key with the same content returns the first result (re-read), with other content it is refused; an
    empty key is no key.
    """
    if function is None:
        return lambda f: _keyed(f) if keyed else _plain(f)
    return _plain(function)


def _plain(function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        # An inner deed must not leave a half behind: it has no savepoint of its own to fall back to.
        outermost = not is_gathering()
        if outermost:
            norms.fresh()
        with transaction.atomic(savepoint=outermost), gathering():
            return function(*args, **kwargs)

    return done


def _keyed(function: Callable[P, R]) -> Callable[P, R]:
    plain = _plain(function)
    name = f"{function.__module__}.{function.__qualname__}"
    signature = inspect.signature(function)

    @_plain
    def once(key: str, digest: str, at: datetime, args: Any, kwargs: Any) -> Any:
        if first := _first_result(key, digest):
            return first
        result = plain(*args, **kwargs)
        with connection.cursor() as cursor:
            cursor.execute(_KEEP, [key, name, digest, str(Ref.of(result)), at])
            if not cursor.rowcount:
                raise _Raced
        return result

    @wraps(function)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        key = kwargs.get("key")
        if not key:
            return plain(*args, **kwargs)
        bound = signature.bind(*args, **kwargs).arguments
        actor = next(v for v in bound.values() if isinstance(v, Actor))
        content = {k: _content(v) for k, v in bound.items() if k not in ("actor", "at", "key")}
        digest = hashlib.sha256(canonical([name, actor.account, content])).hexdigest()
        try:
            return once(str(key), digest, bound["at"], args, kwargs)
        except _Raced:
            return once(str(key), digest, bound["at"], args, kwargs)

    return done


def _first_result(key: str, digest: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(_FIRST, [key])
        row = cursor.fetchone()
    if row is None:
        return None
    first_digest, result = row
    if first_digest != digest:
        raise Refused(
            Reason(
                _("This form was already sent, with other content."),
                way_out=_("Open the form again and fill it in anew."),
            )
        )
    ref = Ref.parse(result)
    return ref.model()._base_manager.get(pk=ref.id)


def _content(value: Any) -> Any:
    """A value as JSON that two equal requests share."""
    if isinstance(value, models.Model):
        return str(Ref.of(value))
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _content(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(k): _content(v) for k, v in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(str(_content(v)) for v in value)
    if isinstance(value, (list, tuple)):
        return [_content(v) for v in value]
    if isinstance(value, (date, datetime, time, Decimal)):
        return str(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"a keyed deed cannot compare a {type(value).__name__}")


def hold(queryset: models.QuerySet[Noun], pk: int, version: int | None = None) -> Noun:
    """Lock a noun for the rest of the deed and count its version up; save the whole row afterwards.

    `version` is what the form carried: if somebody changed the noun since, `Refused` says what they did.
    Raises the model's `DoesNotExist` when the actor may not see it (the queryset decides).
    """
    noun = queryset.select_for_update(of=("self",)).get(pk=pk)
    if isinstance(noun, Versioned):
        if version is not None and noun.version != version:
            raise Refused(_changed_meanwhile(noun))
        noun.version += 1
    return noun


def _changed_meanwhile(noun: models.Model) -> Reason:
    """What the other one did, who it was and when."""
    last = history(Ref.of(noun)).last()
    who, when = who_and_when(last) if last else ("", "")
    told = {"who": who, "when": when, "what": last.sentence(get_language() or "mk") if last else "…"}
    return Reason(
        _("%(who)s changed this while you had it open (%(when)s): %(what)s") % told
        if who
        else _("Somebody changed this while you had it open: %(what)s") % told,
        way_out=_("Look at the new state and decide again; your words are kept below."),
    )
