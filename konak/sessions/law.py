"""The arithmetic of quorum and majorities, pure: no settings, no database.

Rules: quorum is the majority of all seats (art. 41(1) of the Law on local self-government); an ordinary
decision needs the majority of those present (art. 41(2)), so abstaining counts against; the double majority
(art. 41(3)) adds, to any of them, the majority of the present who belong to communities that are not the
majority population. Seats are those fixed for the mandate, vacant ones included.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Rule = Literal["simple", "absolute", "two_thirds"]
RULES: tuple[Rule, ...] = ("simple", "absolute", "two_thirds")
Words = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Communities:
    """The second tally: members present who belong to communities, and how many of them voted for."""

    present: int
    votes_for: int


@dataclass(frozen=True, kw_only=True)
class Count:
    """A vote as it was counted. `present` is the number stated before the vote; not all present need vote."""

    rule: Rule
    seats: int
    present: int
    votes_for: int
    against: int
    abstained: int
    communities: Communities | None = None


@dataclass(frozen=True, kw_only=True)
class Tally:
    """One comparison: how many were for, how many are needed, of how many of whom, by which article."""

    of: Literal["present", "seats", "communities"]
    base: int
    votes_for: int
    needed: int
    article: str

    @property
    def passed(self) -> bool:
        return self.votes_for >= self.needed


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """The result with everything that led to it; `reasons` says it in words, one text per language."""

    adopted: bool
    quorum: bool
    quorum_needed: int
    tallies: tuple[Tally, ...]
    reasons: Words


def majority_of(base: int) -> int:
    """More than half."""
    return base // 2 + 1


def two_thirds_of(base: int) -> int:
    """At least two thirds."""
    return -(-2 * base // 3)


def impossible(count: Count) -> list[Words]:
    """Why these numbers cannot have been counted; nothing when they can."""
    voted = count.votes_for + count.against + count.abstained
    second = count.communities
    numbers = [count.seats, count.present, count.votes_for, count.against, count.abstained]
    found: list[Words] = []
    if min(numbers + ([second.present, second.votes_for] if second else [])) < 0 or count.seats == 0:
        return [
            {
                "mk": "Бројот не може да биде негативен, а советот мора да има членови.",
                "sq": "Numri nuk mund të jetë negativ, kurse këshilli duhet të ketë anëtarë.",
                "en": "A number cannot be negative, and the body must have seats.",
            }
        ]
    if count.present > count.seats:
        found.append(
            {
                "mk": f"Присутни се {count.present}, а советот има {count.seats} члена.",
                "sq": f"Të pranishëm janë {count.present}, kurse këshilli ka {count.seats} anëtarë.",
                "en": f"{count.present} are present, but the body has {count.seats} seats.",
            }
        )
    if voted > count.present:
        found.append(
            {
                "mk": f"Гласови се {voted}, а присутни се {count.present}.",
                "sq": f"Vota janë {voted}, kurse të pranishëm janë {count.present}.",
                "en": f"{voted} votes were cast, but {count.present} are present.",
            }
        )
    if second:
        found += _impossible_second(count, second)
    return found


def _impossible_second(count: Count, second: Communities) -> list[Words]:
    found: list[Words] = []
    if second.present > count.present:
        found.append(
            {
                "mk": f"Од заедниците се присутни {second.present}, а вкупно се присутни {count.present}.",
                "sq": f"Nga bashkësitë janë të pranishëm {second.present}, "
                f"kurse gjithsej të pranishëm janë {count.present}.",
                "en": f"{second.present} of the communities are present, but {count.present} in all.",
            }
        )
    others_present = count.present - second.present
    if second.votes_for > min(second.present, count.votes_for):
        found.append(
            {
                "mk": f"За гласале {second.votes_for} од заедниците: повеќе отколку што е можно.",
                "sq": f"Për kanë votuar {second.votes_for} nga bashkësitë: më shumë se sa është e mundur.",
                "en": f"{second.votes_for} of the communities voted for: more than possible.",
            }
        )
    elif count.votes_for - second.votes_for > others_present:
        found.append(
            {
                "mk": f"За гласале {count.votes_for - second.votes_for} надвор од заедниците, "
                f"а такви се присутни {others_present}.",
                "sq": f"Për kanë votuar {count.votes_for - second.votes_for} jashtë bashkësive, "
                f"kurse të tillë të pranishëm janë {others_present}.",
                "en": f"{count.votes_for - second.votes_for} outside the communities voted for, "
                f"but only {others_present} of them are present.",
            }
        )
    return found


def tallies(count: Count) -> tuple[Tally, ...]:
    """Every comparison that the rule asks for."""
    base = count.present if count.rule == "simple" else count.seats
    needed = two_thirds_of(base) if count.rule == "two_thirds" else majority_of(base)
    first = Tally(
        of="present" if count.rule == "simple" else "seats",
        base=base,
        votes_for=count.votes_for,
        needed=needed,
        article="41(2)",
    )
    if count.communities is None:
        return (first,)
    second = Tally(
        of="communities",
        base=count.communities.present,
        votes_for=count.communities.votes_for,
        needed=majority_of(count.communities.present),
        article="41(3)",
    )
    return (first, second)


def verdict(count: Count) -> Verdict:
    """Decide a vote. Raises `ValueError` for numbers that cannot have been counted (see `impossible`)."""
    if wrong := impossible(count):
        raise ValueError("; ".join(words["en"] for words in wrong))
    compared = tallies(count)
    needed = majority_of(count.seats)
    quorum = count.present >= needed
    adopted = quorum and all(tally.passed for tally in compared)
    reasons = {lang: _told(lang, count, compared, quorum, needed, adopted) for lang in ("mk", "sq", "en")}
    return Verdict(adopted=adopted, quorum=quorum, quorum_needed=needed, tallies=compared, reasons=reasons)


_SAID: dict[str, Words] = {
    "quorum": {
        "mk": "Присутни се {present} од {seats}, за кворум се потребни {needed} (чл. 41 ст. 1).",
        "sq": "Të pranishëm janë {present} nga {seats}, për kuorum nevojiten {needed} (neni 41 par. 1).",
        "en": "{present} of {seats} are present, the quorum is {needed} (art. 41(1)).",
    },
    "present": {
        "mk": "За {votes_for}, потребни {needed} од {base} присутни (чл. 41 ст. 2).",
        "sq": "Për {votes_for}, nevojiten {needed} nga {base} të pranishëm (neni 41 par. 2).",
        "en": "{votes_for} for, {needed} needed of {base} present (art. 41(2)).",
    },
    "seats": {
        "mk": "За {votes_for}, потребни {needed} од вкупно {base} члена (чл. 41 ст. 2).",
        "sq": "Për {votes_for}, nevojiten {needed} nga gjithsej {base} anëtarë (neni 41 par. 2).",
        "en": "{votes_for} for, {needed} needed of all {base} seats (art. 41(2)).",
    },
    "communities": {
        "mk": "Од присутните {base} што припаѓаат на заедниците за гласале {votes_for}, "
        "потребни {needed} (чл. 41 ст. 3).",
        "sq": "Nga {base} të pranishëm që u përkasin bashkësive për votuan {votes_for}, "
        "nevojiten {needed} (neni 41 par. 3).",
        "en": "Of {base} present who belong to the communities {votes_for} voted for, "
        "{needed} needed (art. 41(3)).",
    },
    "nobody": {
        "mk": "Не е присутен ниту еден член што припаѓа на заедниците, па двојно мнозинство не е можно "
        "(чл. 41 ст. 3).",
        "sq": "Nuk është i pranishëm asnjë anëtar që u përket bashkësive, prandaj shumica e dyfishtë "
        "nuk është e mundur (neni 41 par. 3).",
        "en": "Nobody who belongs to the communities is present, so a double majority is impossible "
        "(art. 41(3)).",
    },
    "adopted": {"mk": "Донесено.", "sq": "Miratohet.", "en": "Adopted."},
    "rejected": {"mk": "Не е донесено.", "sq": "Nuk miratohet.", "en": "Not adopted."},
}


def _told(
    lang: str, count: Count, compared: tuple[Tally, ...], quorum: bool, needed: int, adopted: bool
) -> str:
    said = [_SAID["quorum"][lang].format(present=count.present, seats=count.seats, needed=needed)]
    if quorum:
        for tally in compared:
            key = "nobody" if tally.of == "communities" and tally.base == 0 else tally.of
            said.append(
                _SAID[key][lang].format(votes_for=tally.votes_for, needed=tally.needed, base=tally.base)
            )
    said.append(_SAID["adopted" if adopted else "rejected"][lang])
    return " ".join(said)


def result(adopted: bool) -> Words:
    """„Донесено.“ or „Не е донесено.“"""
    return _SAID["adopted" if adopted else "rejected"]


def rule_for(majorities: Mapping[str, Mapping[str, list[str]]], body: str, kind: str) -> Rule:
    """The majority by which a kind of body decides a kind of act; `*` stands for every kind not named.

    `majorities` is the norm `sessions.majorities`: {kind of body: {rule: [kinds of acts]}}.
    """
    table = majorities[body]
    for wanted in (kind, "*"):
        for rule in RULES:
            if wanted in table.get(rule, ()):
                return rule
    raise LookupError(f"no majority for {kind} in a {body}")


def told(found: Verdict) -> dict[str, Any]:
    """A verdict as JSON: what `konak sessions verdict` prints and what a vote keeps."""
    return {
        "adopted": found.adopted,
        "quorum": found.quorum,
        "tallies": [
            {
                "of": tally.of,
                "base": tally.base,
                "for": tally.votes_for,
                "needed": tally.needed,
                "article": tally.article,
                "passed": tally.passed,
            }
            for tally in found.tallies
        ],
        "reasons": found.reasons,
    }
