"""Who holds and sits where on a day."""

from datetime import date

from django.db.models import F, Q, QuerySet

from konak.kernel import norms

from .models import Body, Holding, LanguageOfBody, LocalCommunity, Mandate, Person, Post, Settlement, Unit
from .roles import Role


def running_on(day: date, prefix: str = "") -> Q:
    """The intervals that include the day."""
    return Q(**{f"{prefix}start__lte": day}) & (
        Q(**{f"{prefix}end__isnull": True}) | Q(**{f"{prefix}end__gte": day})
    )


def overlapping(start: date, end: date | None) -> Q:
    """The intervals that share a day with start–end."""
    shared = Q(end__isnull=True) | Q(end__gte=start)
    return shared if end is None else shared & Q(start__lte=end)


def on_day(day: date, thing: Holding | Mandate) -> bool:
    return thing.start <= day and (thing.end is None or day <= thing.end)


def persons() -> QuerySet[Person]:
    """All persons of the office, by family name."""
    return Person.objects.order_by("last", "first", "id")


def units() -> QuerySet[Unit]:
    """Sectors and departments, each sector before its departments."""
    return Unit.objects.order_by("parent_id", "number_prefix", "code")


def unit(code: str) -> Unit:
    return Unit.objects.get(code=code)


def units_of(unit_ids: frozenset[int]) -> frozenset[int]:
    """These units with everything that stands in them."""
    below = Unit.objects.filter(parent_id__in=unit_ids).values_list("id", flat=True) if unit_ids else ()
    return unit_ids | frozenset(below)


def name_of(person: int) -> str:
    """How a person is called; empty when there is none of this number."""
    found = Person.objects.filter(pk=person).first()
    return found.name if found else ""


def posts() -> QuerySet[Post]:
    return Post.objects.select_related("unit", "body").order_by("code")


def post(code: str) -> Post:
    return posts().get(code=code)


def holdings() -> QuerySet[Holding]:
    """All holdings with their person and post, latest first."""
    return Holding.objects.select_related("person", "post").order_by("-start", "-id")


def holders(post: Post, day: date) -> QuerySet[Person]:
    """The persons who hold the post on the day."""
    held = Holding.objects.filter(running_on(day), post=post)
    return persons().filter(pk__in=held.values("person"))


def with_role(role: str, day: date, unit: int | None = None) -> QuerySet[Person]:
    """The persons who hold a post with this role on the day, in a unit or anywhere."""
    if role == Role.COUNCILLOR:  # by mandate, not by post
        seated = Mandate.objects.filter(running_on(day), body__kind=Body.Kind.COUNCIL)
        return persons().filter(pk__in=seated.values("person"))
    chosen = posts().filter(unit=unit) if unit else posts()
    with_it = [post.pk for post in chosen if role in post.roles]
    return persons().filter(pk__in=Holding.objects.filter(running_on(day), post__in=with_it).values("person"))


def staff(unit: int, day: date) -> QuerySet[Person]:
    """The persons who work in the unit on the day."""
    return persons().filter(pk__in=Holding.objects.filter(running_on(day), post__unit=unit).values("person"))


def bodies() -> QuerySet[Body]:
    return Body.objects.order_by("kind", "code")


def body(code: str) -> Body:
    return Body.objects.get(code=code)


def mandates(body: Body) -> QuerySet[Mandate]:
    """Every mandate of the body with its person, by family name."""
    return (
        Mandate.objects.filter(body=body)
        .select_related("person")
        .order_by("person__last", "person__first", "id")
    )


def members(body: Body, day: date) -> QuerySet[Mandate]:
    """The mandates that run on the day, with their persons, by family name."""
    return mandates(body).filter(running_on(day))


def seats(body: Body, day: date) -> int | None:
    """Seats fixed for the body on the day, vacant ones included; None where none are fixed."""
    return int(norms.on(day)[body.seats_norm].value) if body.seats_norm else body.seats


def vacancies(body: Body, day: date) -> int:
    """Seats that nobody holds on the day."""
    fixed = seats(body, day)
    return 0 if fixed is None else fixed - members(body, day).count()


def president(day: date) -> Person | None:
    """The president of the Council on the day."""
    return with_role(Role.PRESIDENT, day).first()


def mayor(day: date) -> Person | None:
    return with_role(Role.MAYOR, day).first()


def languages(body: Body, day: date) -> list[str]:
    """Codes of the languages the body works in on the day, in the order they were introduced."""
    found = LanguageOfBody.objects.filter(running_on(day), body=body).order_by("start", "id")
    return list(found.values_list("language", flat=True))


def settlements() -> QuerySet[Settlement]:
    return Settlement.objects.select_related("local_community").order_by("id")


def local_communities() -> QuerySet[LocalCommunity]:
    return LocalCommunity.objects.order_by("id")


def title_of(person_id: int, day: date) -> dict[str, str]:
    """What the person's first post is called, in every language; empty for who holds none."""
    held = Holding.objects.filter(running_on(day), person=person_id).select_related("post")
    first = held.order_by(F("post__body").desc(nulls_last=True), "start", "id").first()
    return first.post.title if first else {}
