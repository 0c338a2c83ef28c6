"""Nouns of the journal that need no database: who acts, on what, and what happened."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar, dataclass_transform, get_args

from django.utils import translation

from konak.kernel.errors import Text
from konak.kernel.i18n import Words, day_digits, pick

Origin = Literal["web", "cli", "job", "api", "town"]
Scalar = str | int | bool | None
Names = Mapping[Any, Text | Words]


class Ref(NamedTuple):
    """A pointer to any official thing: `registry.document:15`."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def of(cls, thing: Any) -> "Ref":
        """The pointer to a saved model instance."""
        meta = thing._meta
        return cls(f"{meta.app_label.removeprefix('konak_')}.{meta.model_name}", thing.pk)

    @classmethod
    def parse(cls, text: str) -> "Ref":
        kind, _, number = text.rpartition(":")
        return cls(kind, int(number))

    def model(self) -> Any:
        """The model class this pointer is about."""
        from django.apps import apps

        room, _, name = self.kind.partition(".")
        return apps.get_model(f"konak_{room}", name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does a deed: a person through an account, with the roles and units of this day.

    `standing_for` is the holding (a person on a post) that the actor deputises and `absent` that person,
    `origin` the door that was used. The roles are those in force on the day the actor was made.
    """

    account: int | None = None
    person: int | None = None
    name: str = ""
    roles: frozenset[str] = frozenset()
    units: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    origin: Origin = "web"
    standing_for: int | None = None
    absent: int | None = None
    request_id: str = ""

    def has(self, *roles: str) -> bool:
        """True if the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)

    @property
    def is_signed_in(self) -> bool:
        return self.account is not None


NOBODY = Actor()
SYSTEM = Actor(name="Konak", roles=frozenset({"system"}), origin="job")


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What happened to `subject`. Fields hold ids, codes, numbers and days; names stand in `words`.

    A word is a text as somebody wrote it, or one text in several languages, of which a reader gets his own.
    """

    subject: Ref
    words: Mapping[str, str | Words] = field(default_factory=dict)

    name: ClassVar[str]
    sentence: ClassVar[Text]
    names: ClassVar[Mapping[str, Names]]

    def data(self) -> dict[str, Scalar]:
        """The fields of this kind of fact as JSON keeps them, without subject and words."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in self._said().items()
        }

    def told(self, lang: str) -> str:
        """The sentence in a language; words removed by law read as „…“."""
        said = {name: self.names.get(name, {}).get(value, value) for name, value in self._said().items()}
        with translation.override(lang):
            told = {name: _worded(value, lang) for name, value in {**said, **self.words}.items()}
            return str(self.sentence).format_map(_Told(told))

    def _said(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("subject", "words")}


class _Told(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


def _worded(value: Any, lang: str) -> str:
    """A value as a sentence of that language says it."""
    if isinstance(value, Mapping):
        return pick(value, lang)[0]
    if isinstance(value, date):
        return day_digits(value)
    return "…" if value is None else str(value)


FactClass = TypeVar("FactClass", bound=type[Fact])
FACTS: dict[str, type[Fact]] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True)
def fact(
    name: str, *, sentence: Text, names: Mapping[str, Names] | None = None
) -> Callable[[FactClass], FactClass]:
    """Make a class a kind of fact, told to people by `sentence` (lazy, with fields and words in braces).

    `names` says for a field that holds codes what the reader reads in their place.
    """

    def register(cls: FactClass) -> FactClass:
        if (known := FACTS.get(name)) and known.__module__ != cls.__module__:
            raise RuntimeError(f"two facts are called {name}")
        dataclass(frozen=True, kw_only=True)(cls)  # changes the class it is given
        cls.name, cls.sentence, cls.names = name, sentence, names or {}
        FACTS[name] = cls
        return cls

    return register


def rebuild(name: str, subject: Ref, data: Mapping[str, Scalar], words: Mapping[str, str | Words]) -> Fact:
    """The fact as it was announced; a field added to the class since then takes its default."""
    cls = FACTS[name]
    known = {f.name: f for f in fields(cls)}
    missing = {
        n: None
        for n, f in known.items()
        if n not in data and f.default is MISSING and f.default_factory is MISSING and n != "subject"
    }
    said: dict[str, Any] = {k: _read(known[k].type, v) for k, v in data.items() if k in known}
    return cls(subject=subject, words=words, **missing, **said)


def _read(kind: Any, value: Scalar) -> Any:
    """A value of the journal as the field of the fact has it."""
    day = kind is date or date in get_args(kind)
    return date.fromisoformat(value) if day and isinstance(value, str) else value
