"""Where a clause stands: the place it names or takes over, and how often words are changed there."""

from dataclasses import replace

from konak.lex.amend.sentences import wording
from konak.lex.amend.sentences.context import Context, Path, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.lexicon import Symbol
from konak.lex.amend.sentences.names import name, other
from konak.lex.amend.sentences.places import Place, place
from konak.lex.amend.sentences.reasons import Unread
from konak.lex.amend.sentences.wording import Where


def _below(inner: Place | None, outer: Place) -> bool:
    """Whether every place of `inner` stands inside one of `outer`."""
    return inner is not None and all(
        any(len(path) > len(over) and path[: len(over)] == over for over in outer.paths)
        for path in inner.paths
    )


class Spot:
    """The place of the present clause of one sentence; `last` is the verb that a shortened clause repeats."""

    def __init__(self, cur: Cursor, ctx: Context) -> None:
        self.cur, self.ctx = cur, ctx
        self.where = Where(())
        self.place: Place | None = None
        self.last = ""
        self.numbered: dict[Path, str] = {}
        self.became: tuple[Path, ...] = ()
        self.named_here = False
        self.ending: Path | None = None  # the unit whose end this clause changes, and the one before it did
        self.ended_last: Path | None = None
        if ctx.head:
            self.at(Place(ctx.head, True))

    def at(self, found: Place) -> None:
        """The place that the clause, and later ones without a place, speak of."""
        self.place = found
        self.where = Where(tuple(spell(path) for path in found.paths), correction=self.ctx.corrects)

    def of_act(self) -> None:
        """„членот 5 од Одлуката за А“: the amended act, named after the place."""
        if self.cur.sees("of", "act"):
            self.cur.at += 1
            self.same(name(self.cur, True))

    def same(self, told: str) -> None:
        """A sentence that names another act than the title of its own act does is not read."""
        if self.ctx.title and other(told, self.ctx.title):
            raise Unread("ambiguous_act")

    def everywhere(self) -> bool:
        """„Во целиот текст на Одлуката, освен во членот 36“, „во сите членови“."""
        cur = self.cur
        start = cur.at
        cur.take("in")
        if one := cur.take("all_text", "every_art") or self.throughout():
            target = "art:*" if one.name == "every_art" else "act"
            if cur.take("of"):
                if cur.sees("act"):
                    self.same(name(cur, True))
                elif not cur.take("this_act"):
                    found = place(cur, self.ctx)
                    if found is None or len(found.paths) != 1:
                        raise Unread("ambiguous_place")
                    target = spell(self.ctx.settled(found.paths)[0])
                    self.ctx.scope = found.paths
            self.place = None
            self.where = Where((target,), True, None, self.exceptions(), self.ctx.corrects)
            cur.take("comma")
            return True
        cur.at = start
        return False

    def throughout(self) -> Symbol | None:
        """„Секаде во текстот …“ before any place."""
        cur = self.cur
        told = cur.printed(cur.at, cur.at + 1) if cur.sees("all_places") else ""
        if not told.lower().endswith("текстот"):
            return None
        if self.place is not None:
            raise Unread("ambiguous_place")
        return cur.take("all_places")

    def exceptions(self) -> tuple[str, ...]:
        cur = self.cur
        start = cur.at
        cur.take("comma")
        if not cur.take("except"):
            cur.at = start
            return ()
        if cur.take("in") and cur.sees("unit", "of", "act"):
            cur.at += 3
            return ("title",)
        found = place(cur, Context())
        if found is None:
            raise Unread("ambiguous_place")
        return tuple(spell(path) for path in found.paths)

    def here(self) -> Where:
        """Where words are changed; `no_place` when neither this clause nor one before it said."""
        if not self.where.targets:
            raise Unread("no_place")
        return self.where

    def often(self) -> None:
        counted = wording.times(self.cur)
        if counted is not None:
            self.where = self.where.often(counted)

    def late(self) -> None:
        """A place behind the object: „зборот „А“ во ставот 2 …“; and how often."""
        cur = self.cur
        self.often()
        if cur.sees("in"):
            found = cur.attempt(lambda: place(cur, self.ctx))
            if found is not None:
                if self.where.all and self.place is None and self.where.targets:
                    raise Unread("ambiguous_place")
                self.of_act()
                self.ctx.settled(found.paths)
                counted = self.where
                self.at(found)
                if counted.all:
                    self.where = self.where.often(counted.count or 0)
                self.ctx.scope = found.paths
                self.often()

    def behind(self) -> None:
        """A place or exceptions behind all else: „… со зборот „Б“ во ставовите 1 и 2“, „…, освен во членот 5“."""
        before = self.place
        self.late()
        if before is not self.place and before and self.named_here and not _below(self.place, before):
            raise Unread("ambiguous_place")
        if (self.cur.sees("comma", "except") or self.cur.sees("except")) and self.where.all:
            if self.where.except_:
                raise Unread("words_left")
            self.where = replace(self.where, except_=self.exceptions())

    def ended(self) -> tuple[Path, ...]:
        """The units whose end is meant: named behind „на крајот на“, or the place of the clause."""
        cur, ctx = self.cur, self.ctx
        if cur.take("of"):
            found = place(cur, ctx)
            if found is None:
                if cur.unit() and self.place and cur.unit() == self.place.paths[-1][-1][0]:
                    cur.at += 1
                    return self.place.paths
                raise Unread("ambiguous_end")
            self.of_act()
            ctx.settled(found.paths)
            self.at(found)
            ctx.scope = found.paths
            return found.paths
        if self.place is None:
            raise Unread("no_place")
        return self.place.paths
