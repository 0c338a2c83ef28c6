"""Nouns of the journal that need no database: who acts, on what, and what happened."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar, dataclass_transform

from konak.kernel.errors import Text

Origin = Literal["web", "cli", "job", "api", "town"]
Scalar = str | int | bool | None


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

    `standing_for` is the holding (a person on a post) that the actor deputises, `origin` the door
    that was used. The roles are those in force on the day the actor was made.
    """

    account: int | None = None
    person: int | None = None
    name: str = ""
    roles: frozenset[str] = frozenset()
    units: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    origin: Origin = "web"
    standing_for: int | None = None
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
    """What happened to `subject`. Fields hold ids, codes, numbers and ISO dates; names stand in `words`."""

    subject: Ref
    words: dict[str, str] = field(default_factory=dict)

    name: ClassVar[str]
    sentence: ClassVar[Text]

    def data(self) -> dict[str, Scalar]:
        """The fields of this kind of fact, without subject and words."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("subject", "words")}


FactClass = TypeVar("FactClass", bound=type[Fact])
FACTS: dict[str, type[Fact]] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True)
def fact(name: str, *, sentence: Text) -> Callable[[FactClass], FactClass]:
    """Make a class a kind of fact, told to people by `sentence` (lazy, with fields and words in braces)."""

    def register(cls: FactClass) -> FactClass:
        if (known := FACTS.get(name)) and known.__module__ != cls.__module__:
            raise RuntimeError(f"two facts are called {name}")
        dataclass(frozen=True, kw_only=True)(cls)  # changes the class it is given
        cls.name, cls.sentence = name, sentence
        FACTS[name] = cls
        return cls

    return register


def rebuild(name: str, subject: Ref, data: dict[str, Scalar], words: dict[str, str]) -> Fact:
    """The fact as it was announced; a field added to the class since then takes its default."""
    cls = FACTS[name]
    known = {f.name: f for f in fields(cls)}
    missing = {
        n: None
        for n, f in known.items()
        if n not in data and f.default is MISSING and f.default_factory is MISSING and n != "subject"
    }
    return cls(subject=subject, words=words, **missing, **{k: v for k, v in data.items() if k in known})
