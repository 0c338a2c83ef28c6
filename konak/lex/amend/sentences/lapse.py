"""Acts and provisions that lapse, are quashed or annulled: „престанува да важи Одлуката …“."""

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import names
from konak.lex.amend.sentences.context import Context, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.places import place
from konak.lex.amend.sentences.reasons import Unread

_VERBS = ("lapse", "quash", "annul")


def lapses(cur: Cursor, ctx: Context) -> list[Operation] | None:
    """„престанува да важи Одлуката …“, „Одлуката … се става вон сила“, „СЕ УКИНУВА членот 5 од …“."""
    if not cur.has(*_VERBS):
        return None
    _on_force(cur)
    verb = cur.take(*_VERBS)
    start = cur.at
    found = place(cur, ctx)
    acts: list[str] = []
    if found is not None:
        if cur.take("of") and not cur.take("this_act"):
            acts = names.several(cur)
    elif cur.sees("act"):
        acts = names.several(cur)
    else:
        cur.at = start
        return None
    cur.take("comma")
    _on_force(cur)
    if verb is None:
        verb = cur.take(*_VERBS)
        cur.take("comma")
        _on_force(cur)
    if verb is None or not cur.over():
        return None
    if verb.name == "quash" and not ctx.quashes:
        raise Unread("ambiguous_verb")
    from_ = "publication" if verb.name == "quash" else ""
    effect = "from_start" if verb.name == "annul" else ""
    if found is None:
        return [ops.RepealAct(act=_whole(one), from_=from_, effect=effect) for one in acts]
    if len(acts) > 1:
        raise Unread("ambiguous_act")
    if not acts:
        ctx.settled(found.paths)
    act = _whole(acts[0]) if acts else ""
    return [ops.Repeal(target=spell(path), act=act, from_=from_, effect=effect) for path in found.paths]


def _whole(name: str) -> str:
    """The name; empty where the bare noun („Одлуката“) can only be the act amended."""
    return name if " " in name else ""


def _on_force(cur: Cursor) -> None:
    if cur.take("on_force"):
        for _ in range(3):
            if cur.sees("act") and cur.peek(1).name in (*_VERBS, "comma", "stop", "end"):
                cur.at += 1
            cur.take("comma")
