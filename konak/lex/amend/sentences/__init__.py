"""Amending sentences in Macedonian and Albanian, read into operations by a grammar.

A sentence is cut into tokens (quotations are single ones, so that quoted words and the words of the grammar
never mix), the tokens into symbols of one small language-neutral alphabet, and those are read from left to
right. Every symbol must be understood: otherwise the sentence is unread, with a reason of `reasons`.

Rules where law leaves room:

- A place without its article is that of the sentence before, within one act; after a whole article was
  repealed, written anew or inserted there is none.
- After a unit got another number, a later sentence of the same act that names a unit by a number touched is
  not read; a further renumbering is, and so is „ставот 3, кој станува став 4“.
- A new numbered unit is read though the number may be taken: only who has the base text can tell.
- A counted unit inserted without a number gets the one after its neighbour's.
- Words added „на крајот“ are not read (before or after the full stop?); signs and sentences are.
- A heading is named by its article or division; the old words quoted beside it („насловот „А““) are not compared.
- „се укинува“ quashes where a court speaks or no act is around; in an amending act it is not read.
"""

from typing import NamedTuple

from konak.lex import clean, quotes
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import acts, force, lapse, reasons, swaps
from konak.lex.amend.sentences.clauses import Clause
from konak.lex.amend.sentences.context import Context
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.lexicon import symbols
from konak.lex.amend.sentences.reasons import Reason, Unread
from konak.lex.amend.sentences.tokens import Token, tokens

__all__ = ["Reason", "Sentence", "read", "reading", "reasons"]

MOST_TOKENS = 20_000
_AMENDING = ("replace", "delete", "add", "change", "reads", "become", "changes", "lapse", "quash", "annul",
             "instead")  # fmt: skip


class Sentence(NamedTuple):
    """One sentence: as printed, its operations, why it was not read (a code of `reasons`), whether it is a
    provision of the amending act itself, and the path of that act's unit it stands in (empty where none)."""

    text: str
    operations: tuple[Operation, ...]
    unread: Reason | None
    own_provision: bool
    article: str


def read(text: str, lang: str) -> tuple[Sentence, ...]:
    """The sentences of an amending act, or bare sentences, in order. `lang` is `mk` or `sq`."""
    text = clean.normal(text).replace("\r\n", "\n").replace("\r", "\n")
    found = quotes.spans(text)
    plan = acts.layout(text, lang, found)
    amends = plan.whole and _amends(plan.title)
    ctx = Context(
        title=plan.title if amends else "",
        items=plan.whole and not plan.articled and plan.kind != "correction",
        quashes=not amends,
        corrects=plan.kind == "correction",
    )
    result: list[Sentence] = []
    at = 0
    for part in plan.parts:
        while at < len(found) and found[at].start < part.start:
            at += 1
        inside = []
        while at < len(found) and found[at].start < part.end:
            inside.append(found[at])
            at += 1
        given = tokens(text, lang, inside, part.start, part.end)
        for one in acts.sentences(given, lang, plan.whole):
            result.append(_sentence(text, one, lang, ctx, part.article))
    return tuple(result)


def _amends(title: str) -> bool:
    low = title.lower()
    return any(word in low for word in ("измен", "дополн", "ndrysh", "plotës"))


def _sentence(text: str, given: list[Token], lang: str, ctx: Context, article: str) -> Sentence:
    printed = text[given[0].start : given[-1].end]
    ctx.begin()
    try:
        operations, own = _read(text, given, lang, ctx)
    except Unread as fault:
        ctx.forget()
        return Sentence(printed, (), fault.reason, False, article)
    return Sentence(printed, tuple(operations), None, own, article)


def _read(text: str, given: list[Token], lang: str, ctx: Context) -> tuple[list[Operation], bool]:
    if len(given) > MOST_TOKENS or any(len(one.text) > clean.LONGEST_LINE * 10 for one in given):
        raise Unread("too_long")
    if any(one.kind == "open" for one in given):
        raise Unread("quote_open")
    return reading(Cursor(symbols(given, lang), given, text, lang), ctx)


def reading(cur: Cursor, ctx: Context) -> tuple[list[Operation], bool]:
    """The operations of one sentence, and whether it is an own provision. Raises `Unread`; `ctx` keeps what
    later sentences inherit."""
    cur.items = ctx.items
    if force.own(cur):
        return [], True
    for special in (force.in_force, lapse.lapses, swaps.instead, force.applies_alone):
        cur.at = 0
        cur.mark()
        result = special(cur, ctx)
        if result is not None:
            return result, False
    cur.at = 0
    if not cur.has(*_AMENDING):
        raise Unread("not_amending")
    return Clause(cur, ctx).sentence(), False
