"""Clauses of an amending sentence: a place, then what is done there; several joined by „а“, „и“ and commas."""

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import units, wording
from konak.lex.amend.sentences.context import Context, Path, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.names import name, other
from konak.lex.amend.sentences.places import Place, place
from konak.lex.amend.sentences.reasons import Reason, Unread
from konak.lex.amend.sentences.wording import Where

_ITEMISED = ("решени", "заклуч", "aktvendim", "konkluzion")
_ACTION = ("replace", "delete", "add", "change", "reads", "become", "lapse")


class Clause:
    """Reads one clause after another of one sentence; `last` is the verb that a shortened clause repeats."""

    def __init__(self, cur: Cursor, ctx: Context) -> None:
        self.cur, self.ctx = cur, ctx
        self.where = Where(())
        self.place: Place | None = None
        self.last = ""
        self.listed = bool(ctx.head)
        if ctx.head:
            self.at(Place(ctx.head, True))

    def at(self, found: Place) -> None:
        """The place that the clause, and later ones without a place, speak of."""
        self.place = found
        self.where = Where(tuple(spell(path) for path in found.paths), correction=self.ctx.corrects)

    def sentence(self) -> list[Operation]:
        """All operations of the sentence; every symbol must have been read."""
        self.mark()
        self.named()
        result = self.clause()
        while not self.over():
            if not self.joint():
                raise Unread("words_left")
            result += self.clause()
        return result

    def over(self) -> bool:
        start = self.cur.at
        self.cur.skip("stop", "semi")
        if self.cur.sees("end"):
            return True
        self.cur.at = start
        return False

    def joint(self) -> bool:
        """What stands between two clauses; an entry of a list speaks of the list's head again."""
        cur = self.cur
        semi = cur.take("semi", "stop")
        found = bool(cur.take("comma")) | bool(semi)
        found |= bool(cur.take("and", "but"))
        entry = self.mark()
        if (entry or semi) and self.ctx.head:
            self.at(Place(self.ctx.head, True))
            self.ctx.deeper = True
        return found or entry

    def mark(self) -> bool:
        """The mark of a list's entry: a dash, „1.“, „а)“."""
        cur = self.cur
        if cur.take("dash", "mark"):
            return True
        one = cur.peek()
        short = one.name == "num" or (one.name in ("word", "but", "and") and len(one.token.text) == 1)
        if short and one.token.opens and cur.peek(1).name in ("close", "stop"):
            cur.at += 2
            return True
        return False

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
        if self.everywhere():
            return self.worded()
        found = place(cur, ctx)
        if found is not None:
            self.of_act()
            renamed = self.renamed(found)
            if not renamed and not cur.sees("become"):
                ctx.settled(found.paths)
            self.at(found)
            ctx.scope = found.paths
            ctx.fresh = False
            cur.take("comma")
            if cur.sees("colon") and found.inside and not renamed:
                return self.opened()
            return renamed + self.done(found)
        return self.done(None)

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
        if one := cur.take("all_text", "every_art"):
            target = "act" if one.name == "all_text" else "art:*"
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

    def renamed(self, found: Place) -> list[Operation]:
        """„Во ставот 3, кој станува став 4, …“."""
        cur = self.cur
        start = cur.at
        cur.take("comma")
        if cur.take("which") and cur.take("become"):
            result = units.renumbered(cur, self.ctx, found.paths)
            return result
        cur.at = start
        return []

    def done(self, found: Place | None) -> list[Operation]:
        """What is done at the place: to units, to words, to the end."""
        cur = self.cur
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
        self.listed = True
        self.mark()
        if self.over():
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
        if verb != "change" and (old := cur.attempt(lambda: wording.quoted(cur))):
            self.late()
            if verb == "delete":
                return wording.deleted(self.here(), old)
            return self.replace(old)
        if verb == "delete" and cur.take("brackets"):
            return [ops.DeleteWords(target=target, span="brackets") for target in self.here().targets]
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
            return units.renumbered(cur, ctx, paths)
        if verb in ("delete", "lapse"):
            result: list[Operation] = units.repealed(paths)
        elif verb == "replace":
            cur.need("no_operation", "with")
            result = units.exchanged(cur, paths)
        else:
            if not units.reads(cur) and not cur.sees("quote"):
                raise Unread("no_content")
            result = units.rewritten(cur, paths)
        if all(path[-1][0] in ("art", "item", "annex", "title") and len(path) == 1 for path in paths):
            ctx.scope = () if verb != "replace" or len(paths) != 1 else ctx.scope
            ctx.scope = ()
        return result

    def add(self, found: Place | None) -> list[Operation] | None:
        """The verb of adding first: „се додава зборот „В“ по зборот „А““, „се додава нов став 4 по ставот 3“,
        „Во членот 9 се додава нов став 4“ (after the one whose number is one less)."""
        cur = self.cur
        start = cur.at
        if new := wording.addition(cur):
            self.late()
            mode = cur.take("after", "before")
            if mode is None:
                raise Unread("no_place")
            anchors = wording.quoted(cur)
            if not anchors:
                raise Unread("no_place")
            self.often()
            return wording.inserted(self.here(), mode.name, anchors, new)
        cur.at = start
        if self.place is None or len(self.place.paths) != 1:
            raise Unread("no_place" if self.place is None else "ambiguous_place")
        return self.into(self.place.paths[0])

    def into(self, parent: Path) -> list[Operation]:
        """New units inside a place, where it is not said after which: the number decides, a sentence goes to
        the end."""
        cur = self.cur
        start = cur.at
        result = units.added(cur, self.ctx, "end", parent)
        first = result[0]
        if not isinstance(first, ops.Insert):
            raise Unread("no_place")
        step, _, key = first.unit.partition(":")
        if step == "sent":
            return result
        if not key.isdigit() or int(key) < 2:
            raise Unread("no_place")
        cur.at = start
        return units.added(cur, self.ctx, "after", (*parent, (step, str(int(key) - 1))))

    # Before and after

    def beside(self) -> list[Operation] | None:
        """„по зборот „А“ …“, „по ставот 2 се додава …“."""
        cur, ctx = self.cur, self.ctx
        one = cur.take("after", "before")
        if one is None:
            return None
        mode = one.name
        anchors = wording.quoted(cur)
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
        self.place, self.where = None, Where(())
        self.last = "add"
        return result

    def beside_words(self, mode: str, anchors: list[str]) -> list[Operation] | None:
        cur = self.cur
        self.often()
        cur.take("comma")
        if cur.take("add"):
            self.often()
            new = wording.addition(cur)
            if new is None:
                raise Unread("no_content")
            self.late()
            return wording.inserted(self.here(), mode, anchors, new)
        if mode == "after" and (until := self.until()):
            if len(anchors) != 1:
                raise Unread("count_mismatch")
            cur.need("no_operation", "delete")
            return [
                ops.DeleteWords(target=target, after=anchors[0], until=until)
                for target in self.here().targets
            ]
        raise Unread("no_operation")

    def until(self) -> str:
        """„зборовите до крајот на реченицата“, „текстот до крајот на ставот“."""
        cur = self.cur
        cur.take("words")
        if not cur.take("until_end"):
            return ""
        cur.take("of")
        name = cur.unit()
        if not name:
            raise Unread("ambiguous_end")
        cur.at += 1
        last = self.place.paths[-1][-1][0] if self.place else ""
        if name == "sent":
            return "sentence_end"
        if name != last:
            raise Unread("ambiguous_end")
        return "unit_end"

    # Words

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

    def worded(self) -> list[Operation]:
        cur = self.cur
        if result := cur.attempt(self.beside):
            return result
        if result := cur.attempt(self.bracketed):
            return result
        if result := cur.attempt(self.rest_of):
            return result
        if self.place is None and self.where.targets and cur.peek().name in ("replace", "delete"):
            verb = cur.peek().name
            cur.at += 1
            result = self.object_after(verb, None)
            if result is not None:
                return result
        old = wording.quoted(cur)
        if old is None:
            raise Unread(self.why())
        self.late()
        if cur.sees("comma") and cur.peek(1).name in ("replace", "delete"):
            cur.at += 1
        if cur.take("replace"):
            self.last = "replace"
            return self.replace(old)
        if cur.take("delete"):
            self.last = "delete"
            self.often()
            return wording.deleted(self.here(), old)
        if self.last == "replace" and cur.sees("with"):
            return self.replace(old)
        raise Unread("no_operation")

    def replace(self, old: list[str]) -> list[Operation]:
        cur = self.cur
        self.often()
        paired = cur.take("respectively") is not None
        cur.need("no_operation", "with")
        new = wording.quoted(cur, len(old))
        if new is None:
            raise Unread("no_content")
        self.often()
        if (
            (cur.sees("comma", "respectively") or cur.sees("respectively"))
            and not paired
            and len(new) == len(old)
        ):
            cur.take("comma")
            cur.at += 1
        self.last = "replace"
        return wording.replaced(self.here(), old, new)

    def why(self) -> Reason:
        cur = self.cur
        one = cur.peek()
        if one.name in ("sign",) or cur.unit() == "point":
            return "ambiguous_end"
        if one.name == "word":
            return "words_left" if self.place else "no_operation"
        return "no_operation"

    def bracketed(self) -> list[Operation] | None:
        """„зборовите во заградата“: the one pair of brackets."""
        cur = self.cur
        if not (cur.take("brackets") or (cur.take("words") and cur.take("in_brackets"))):
            return None
        if cur.take("delete"):
            return [ops.DeleteWords(target=target, span="brackets") for target in self.here().targets]
        cur.need("no_operation", "replace")
        cur.need("no_operation", "with")
        new = wording.quoted(cur)
        if not new or len(new) != 1:
            raise Unread("count_mismatch")
        return [
            ops.ReplaceWords(target=target, new=new[0], span="brackets") for target in self.here().targets
        ]

    def rest_of(self) -> list[Operation] | None:
        """„зборовите по зборот „А“ до крајот на реченицата се бришат“."""
        cur = self.cur
        if not (cur.take("words") and cur.take("after")):
            return None
        anchors = wording.quoted(cur)
        if not anchors or len(anchors) != 1:
            return None
        cur.take("comma")
        until = self.until()
        if not until:
            raise Unread("ambiguous_end")
        cur.take("comma")
        cur.need("no_operation", "delete")
        return [
            ops.DeleteWords(target=target, after=anchors[0], until=until) for target in self.here().targets
        ]

    # The end of a unit

    def end(self) -> list[Operation] | None:
        """„на крајот на ставот 1 се додава нова реченица“, „точката на крајот се заменува со …“."""
        cur = self.cur
        start = cur.at
        if cur.take("at_end"):
            paths = self.ended()
            cur.take("comma")
            if cur.take("add"):
                self.last = "add"
                if (result := cur.attempt(lambda: wording.appended(cur, paths))) is not None:
                    return result
                if len(paths) != 1:
                    raise Unread("ambiguous_place")
                return units.added(cur, self.ctx, "end", paths[0])
            old = wording.sign(cur)
            if not old:
                raise Unread("ambiguous_end" if cur.sees("words") else "no_operation")
            return wording.ended(cur, paths, old)
        old = wording.sign(cur)
        if not old:
            return None
        cur.take("which")
        if not cur.take("at_end"):
            if cur.peek().name in ("replace", "delete") and cur.found[start].name != "words":
                raise Unread("ambiguous_end")
            return None
        return wording.ended(cur, self.ended(), old)

    def end_after(self) -> list[Operation] | None:
        """„се брише точката на крајот на ставот 2“."""
        cur = self.cur
        old = wording.sign(cur)
        if not old or not cur.take("at_end"):
            return None
        return wording.closed(self.ended(), old)

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
