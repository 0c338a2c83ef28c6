"""Clauses whose object is words, and those about the end of a unit."""

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import units, wording
from konak.lex.amend.sentences.context import Path
from konak.lex.amend.sentences.reasons import Reason, Unread
from konak.lex.amend.sentences.spots import Spot


class Words(Spot):
    """What is done to words at the spot."""

    def worded(self) -> list[Operation]:
        """Words replaced or deleted, the object before its verb."""
        cur = self.cur
        if result := cur.attempt(self.bracketed):
            return result
        if result := cur.attempt(self.rest_of):
            return result
        old = wording.named(cur)
        if old is None:
            raise Unread(self.why())
        if cur.sees("comma", "all_places"):
            cur.at += 1
        self.late()
        if cur.sees("comma") and cur.peek(1).name in ("replace", "delete"):
            cur.at += 1
        if cur.take("replace"):
            self.last = "replace"
            return self.replace(old)
        if cur.take("delete"):
            self.last = "delete"
            self.often()
            self.behind()
            return wording.deleted(self.here(), old)
        if self.last == "replace" and cur.sees("with"):
            return self.replace(old)
        if cur.take("change") and (cur.sees("with") or cur.take("in") or units.reads(cur)):
            return self.replace(old, "change")
        raise Unread("no_operation")

    def replace(self, old: list[str], verb: str = "replace") -> list[Operation]:
        """„… со зборот „Б““; behind „се менува“ „во „Б““ and „и гласи: „Б““ too."""
        cur = self.cur
        self.often()
        paired = cur.take("respectively") is not None
        if verb == "replace" or cur.sees("with"):
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
        self.behind()
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
        anchors = wording.named(cur)
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

    def beside_words(self, mode: str, anchors: list[str]) -> list[Operation] | None:
        cur = self.cur
        self.often()
        cur.take("comma")
        if cur.take("add"):
            self.often()
            new = wording.addition(cur)
            if new is None:
                raise Unread("no_content")
            self.behind()
            return wording.inserted(self.here(), mode, anchors, new)
        one = mode == "after" and len(anchors) == 1
        if one and (result := cur.attempt(lambda: self.sign_behind(anchors[0]))):
            return result
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
            return self.changed_end(paths, old)
        old = wording.sign(cur)
        if not old:
            return None
        cur.take("which")
        if not cur.take("at_end"):
            if cur.peek().name in ("replace", "delete") and cur.found[start].name != "words":
                raise Unread("ambiguous_end")
            return None
        return self.changed_end(self.ended(), old)

    def changed_end(self, paths: tuple[Path, ...], old: str) -> list[Operation]:
        self.ending = paths[0] if len(paths) == 1 else None
        return wording.ended(self.cur, paths, old)

    def sign_behind(self, anchor: str) -> list[Operation] | None:
        """„по зборот „А“ точката се заменува со запирка и се додаваат зборовите „Б““: the sign right behind it."""
        cur = self.cur
        gone = cur.take("delete") is not None
        old = wording.sign(cur)
        if not old:
            return None
        if not gone and cur.take("replace"):
            cur.need("no_operation", "with")
            new = wording.ending(cur)
        elif gone or cur.take("delete"):
            new = wording.added_behind(cur)
        else:
            raise Unread("no_operation")
        self.behind()
        old = anchor + wording.suffix(old)
        return wording.replaced(self.here(), [old], [anchor + new])

    def end_after(self) -> list[Operation] | None:
        """„се брише точката на крајот на ставот 2“."""
        cur = self.cur
        old = wording.sign(cur)
        if not old or not cur.take("at_end"):
            return None
        return wording.closed(self.ended(), old)

    def added_words(self) -> list[Operation] | None:
        """„се додава зборот „В“ по зборот „А““."""
        cur = self.cur
        new = wording.addition(cur)
        if new is None:
            return None
        self.late()
        mode = cur.take("after", "before")
        anchors = wording.named(cur) if mode is not None else None
        if mode is None or not anchors:
            raise Unread("no_place")
        self.often()
        return wording.inserted(self.here(), mode.name, anchors, new)
