"""Clauses of an amending sentence: a place, then what is done there; several joined by „а“, „и“ and commas."""

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import units, wording
from konak.lex.amend.sentences.context import Path
from konak.lex.amend.sentences.names import name
from konak.lex.amend.sentences.places import Place, place
from konak.lex.amend.sentences.reasons import Unread
from konak.lex.amend.sentences.wordclauses import Words

_ITEMISED = ("решени", "заклуч", "aktvendim", "konkluzion")
_ACTION = ("replace", "delete", "add", "change", "reads", "become", "lapse")


class Clause(Words):
    """Reads one clause after another of one sentence."""

    def sentence(self) -> list[Operation]:
        """All operations of the sentence; every symbol must have been read."""
        self.cur.mark()
        self.named()
        result = self.clause()
        while not self.cur.over():
            if not self.joint():
                raise Unread("words_left")
            self.ended_last, self.ending = self.ending, None
            result += self.moved() or self.clause()
        return result

    def moved(self) -> list[Operation]:
        """„Членот 50 станува член 47 и се менува и гласи: …“: the unit that just got its number, by its old one."""
        paths, self.became = self.became, ()
        if not paths or not self.cur.take("change"):
            return []
        return self.subject("change", paths)

    def joint(self) -> bool:
        """What stands between two clauses; an entry of a list speaks of the list's head again."""
        cur = self.cur
        semi = cur.take("semi", "stop")
        found = bool(cur.take("comma")) | bool(semi)
        found |= bool(cur.take("and", "but"))
        entry = self.cur.mark()
        if (entry or semi) and self.ctx.head:
            self.at(Place(self.ctx.head, True))
            self.ctx.deeper = True
        return found or entry

    def named(self) -> None:
        """„Во Одлуката за А („…“ бр. 3/2015), …“: the act itself, named once before the first place."""
        cur = self.cur
        if cur.sees("in", "act"):
            cur.at += 1
            cur.items = cur.items or cur.peek().token.fold.startswith(_ITEMISED)
            self.same(name(cur, True))
            cur.take("comma")
            self.ctx.scope = ()

    # One clause

    def clause(self) -> list[Operation]:
        cur, ctx = self.cur, self.ctx
        self.numbered, self.named_here = {}, False
        if self.everywhere():
            return cur.attempt(self.beside) or self.first() or self.worded()
        found = place(cur, ctx)
        if found is not None:
            self.of_act()
            renamed = self.renamed(found)
            if not renamed and not cur.sees("become"):
                ctx.settled(found.paths)
            self.at(found)
            self.named_here = True
            ctx.scope = found.paths
            ctx.fresh = False
            cur.take("comma")
            if cur.sees("colon") and found.inside and not renamed:
                return self.opened()
            if renamed and self.deeper_place():
                return renamed + self.clause()
            return renamed + self.done(found)
        return self.done(None)

    def deeper_place(self) -> bool:
        """„Во членот 20, кој станува член 19, ставот 2 се брише“: a place inside the renumbered one follows."""
        cur = self.cur
        named = bool(cur.unit()) and cur.peek(1).name in ("num", "open")
        return named or cur.sees("in", "unit") or cur.sees("ord", "unit")

    def first(self) -> list[Operation] | None:
        """The verb first, where words are changed everywhere."""
        verb = self.cur.take("replace", "delete")
        return self.object_after(verb.name, None) if verb is not None else None

    def renamed(self, found: Place) -> list[Operation]:
        """„Во ставот 3, кој станува став 4, …“."""
        cur = self.cur
        start = cur.at
        cur.take("comma")
        if cur.take("which") and cur.take("become"):
            return self.renumbered(found.paths)
        cur.at = start
        return []

    def renumbered(self, paths: tuple[Path, ...]) -> list[Operation]:
        """The new numbers, kept for what the sentence does next to the same units."""
        result = units.renumbered(self.cur, self.ctx, paths)
        self.numbered = {path: one.to for path, one in zip(paths, result, strict=True)}
        return list(result)

    def done(self, found: Place | None) -> list[Operation]:
        """What is done at the place: to units, to words, to the end."""
        cur = self.cur
        if found is None and self.ended_last and cur.sees("after", "it", "add"):
            cur.at += 3
            return units.added(cur, self.ctx, "after", self.ended_last)
        counted = wording.times(cur)
        if counted is not None:
            self.where = self.where.often(counted)
            cur.take("comma")
        if cur.sees("changes"):
            return self.opened()
        if cur.has("by_position"):
            raise Unread("row_by_position")
        result = cur.attempt(self.end) or cur.attempt(self.beside) or cur.attempt(lambda: self.verb(found))
        if result is None:
            result = self.worded()
        return result

    def opened(self) -> list[Operation]:
        """„се вршат следните измени:“: entries under one head follow, perhaps in further sentences."""
        cur, ctx = self.cur, self.ctx
        cur.at += 1
        cur.take("colon")
        ctx.head = self.place.paths if self.place else ()
        ctx.deeper = False
        self.cur.mark()
        if self.cur.over():
            return []
        return self.clause()

    # Units

    def verb(self, found: Place | None) -> list[Operation] | None:
        cur = self.cur
        one = cur.take(*_ACTION)
        if one is None:
            return None
        self.last = one.name
        if one.name == "reads":
            cur.at -= 1
        return self.after_verb(one.name, found)

    def after_verb(self, verb: str, found: Place | None) -> list[Operation] | None:
        cur = self.cur
        counted = wording.times(cur)
        if counted is not None:
            self.where = self.where.often(counted)
        if verb == "add":
            return self.add(found)
        if verb in ("delete", "replace", "change"):
            result = self.object_after(verb, found)
            if result is not None:
                return result
        if found is None or found.inside:
            if found is None and self.place is None:
                raise Unread("no_place")
            raise Unread("no_operation")
        return self.subject(verb, found.paths)

    def object_after(self, verb: str, found: Place | None) -> list[Operation] | None:
        """The object behind its verb: „се брише зборот „А““, „се бришат членовите 5 и 6“."""
        cur = self.cur
        if verb == "delete" and (result := cur.attempt(self.end_after)):
            return result
        if verb != "change" and (old := cur.attempt(lambda: wording.named(cur))):
            self.late()
            if verb == "delete":
                return wording.deleted(self.here(), old)
            return self.replace(old)
        if verb == "delete" and cur.take("brackets"):
            return [ops.DeleteWords(target=target, span="brackets") for target in self.here().targets]
        if cur.sees("in"):
            raise Unread("no_operation")
        inner = cur.attempt(lambda: units.verb_first(cur, self.ctx, found))
        if inner is None:
            return None
        self.of_act()
        self.ctx.settled(inner.paths)
        self.at(inner)
        self.ctx.scope = inner.paths
        return self.subject(verb, inner.paths)

    def subject(self, verb: str, paths: tuple[Path, ...]) -> list[Operation]:
        cur, ctx = self.cur, self.ctx
        if verb == "become":
            self.became = paths
            return self.renumbered(paths)
        if verb in ("delete", "lapse"):
            result: list[Operation] = units.repealed(paths)
        elif verb == "replace" and units.reads(cur):
            result = units.rewritten(cur, paths, self.numbered)
        elif verb == "replace":
            cur.need("no_operation", "with")
            result = units.exchanged(cur, paths)
        else:
            if not units.reads(cur) and not cur.sees("quote"):
                raise Unread("no_content")
            result = units.rewritten(cur, paths, self.numbered)
        if all(path[-1][0] in ("art", "item", "annex", "title") and len(path) == 1 for path in paths):
            ctx.scope = ()
        return result

    def add(self, found: Place | None) -> list[Operation] | None:
        """The verb of adding first: „се додава зборот „В“ по зборот „А““, „се додава нов став 4 по ставот 3“,
        „Во членот 9 се додава нов став 4“ (after the one whose number is one less)."""
        cur = self.cur
        if (result := cur.attempt(self.added_words)) is not None:
            return result
        if self.place is None:
            return self.into(())
        if len(self.place.paths) != 1:
            raise Unread("ambiguous_place")
        path = self.place.paths[0]
        name, numbered = units.announced(cur)
        if found is None and name == path[-1][0] != "art":
            return self.into(path[:-1]) if numbered else self.behind_it(path)
        return self.into(path)

    def behind_it(self, path: Path) -> list[Operation]:
        """„… се заменува со точка и запирка и се додава нова алинеја“: after the one whose end was changed."""
        if self.ended_last != path:
            raise Unread("ambiguous_place")
        return units.added(self.cur, self.ctx, "after", path)

    def into(self, parent: Path) -> list[Operation]:
        """New units inside a place, where it is not said after which: the number decides, a sentence goes to
        the end."""
        cur = self.cur
        start = cur.at
        result = units.added(cur, self.ctx, "end", parent)
        first = result[0]
        if isinstance(first, ops.ReplaceHeading):
            return result
        if not isinstance(first, ops.Insert):
            raise Unread("no_place")
        step, _, key = first.unit.partition(":")
        if step == "sent" and parent:
            return result
        before = units.preceding(key)
        if not before or not (parent or step == "art"):
            raise Unread("no_place")
        cur.at = start
        return units.added(cur, self.ctx, "after", (*parent, (step, before)))

    # Before and after

    def beside(self) -> list[Operation] | None:
        """„по зборот „А“ …“, „по ставот 2 се додава …“."""
        cur, ctx = self.cur, self.ctx
        one = cur.take("after", "before")
        if one is None:
            return None
        mode = one.name
        anchors = wording.named(cur)
        if anchors:
            return self.beside_words(mode, anchors)
        anchor = place(cur, ctx)
        if anchor is None:
            return None
        self.of_act()
        cur.take("comma")
        if cur.peek().name != "add":
            return None
        cur.at += 1
        if len(anchor.paths) != 1:
            raise Unread("ambiguous_place")
        ctx.settled(anchor.paths)
        path = anchor.paths[0]
        result = units.added(cur, ctx, mode, path)
        ctx.scope = anchor.paths if len(path) > 1 else ()
        self.place, self.where = None, wording.Where(())
        self.last = "add"
        return result
