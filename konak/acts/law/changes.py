"""An amending decision out of its operations: what was typed, what comes of it, and the words of the decision.

Pure. An *item* is one operation in every language of the act in force: `{"mk": data, "sq": data}` in the notation
of `konak.lex.amend`, or a provision of the decision itself: `{"mk": {"own": words}, …}`, or an annex of it that an
operation takes its content from: `{"mk": {"annex": words}, …}`. Items become articles of the decision in their order,
entry into force comes last, annexes follow.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from konak import lex
from konak.acts.law import amending, skeletons
from konak.acts.law.wording import in_language
from konak.lex import amend
from konak.lex.amend import Malformed, Operation, Unsayable, sentences
from konak.lex.tree import STEP

Item = Mapping[str, Mapping[str, Any]]

# operation → the keys that its two boxes of words fill: (words that stand there, new words)
WORDS = {
    "replace_words": ("old", "new"),
    "insert_words_after": ("anchor", "new"),
    "insert_words_before": ("anchor", "new"),
    "delete_words": ("old", ""),
    "replace_end": ("old", "new"),
    "replace": ("", "content"),
    "insert": ("", "content"),
    "repeal": ("", ""),
    "replace_heading": ("", "new"),
    "renumber": ("", ""),
    "repeal_act": ("", ""),
    "applies_from": ("", ""),
    "in_force": ("", ""),
}
EVERYWHERE = frozenset({"replace_words", "insert_words_after", "insert_words_before", "delete_words"})
WHOLE = frozenset({"repeal_act", "applies_from", "in_force"})
# kinds whose amendment is an act of another kind
_AMENDED_BY = {"statute": "decision", "rules": "decision", "budget": "decision"}
_HELD = {
    "mk": re.compile(r"(одржана на )[\d.\s_]*(?:\d{4}|_{2,})(?= ?год)"),
    "sq": re.compile(r"(mbajtur më )\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"),
}
_BLANK = {"mk": r"\g<1>________", "sq": r"\g<1>________"}
_GAZETTE = {
    "mk": ("Службен гласник на {of}", "бр."),
    "sq": ("Gazeta zyrtare e {of}", "nr."),
}
_WORD = {"mk": "Член", "sq": "Neni"}
_AND = {"mk": " и ", "sq": " dhe "}
_ISSUE = re.compile(r"\d+/\d{4}")


@dataclass(frozen=True)
class Base:
    """The act in force as it is amended: its newest texts, kind, titles without the kind, and the issues of the
    gazette that hold it and everything that amended it."""

    trees: Mapping[str, lex.Act]
    kind: Mapping[str, Any]
    title: Mapping[str, str]
    issues: Sequence[str]
    town: Mapping[str, Any]

    def named(self, lang: str) -> str:
        """„Одлуката за … („Службен гласник на Општина …“ бр. 7/2026 и 9/2026)“."""
        said = f"{in_language(self.kind['it'], lang)} {self.title[lang]}"
        return f"{said} ({self.gazette(lang)})" if self.issues else said

    def of(self, lang: str) -> str:
        """The same after „за изменување на“."""
        return f"{in_language(self.kind['of'], lang)} {self.title[lang]}"

    def gazette(self, lang: str) -> str:
        name, number = _GAZETTE[lang]
        *most, last = self.issues
        issues = _AND[lang].join(filter(None, (", ".join(most), last)))
        return f"„{name.format(of=in_language(self.town['of'], lang))}“ {number} {issues}"


@dataclass(frozen=True)
class Outcome:
    """What items do to the text of one language. `refused` are (place among the items, sentence), `unsaid`
    places whose operation no sentence of acts says."""

    lang: str
    sentences: tuple[str, ...]
    applied: amend.Applied
    refused: tuple[tuple[int, dict[str, str]], ...]
    unsaid: tuple[int, ...]


def issues_of(gazettes: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """`7/2026` out of each „Службен гласник бр. 7/2026“, in their order, once."""
    found = [
        match[0]
        for said in gazettes
        if (match := next(filter(None, map(_ISSUE.search, said.values())), None))
    ]
    return tuple(dict.fromkeys(found))


def kind_of(base_kind: str) -> str:
    """The kind of act that amends acts of this kind."""
    return _AMENDED_BY.get(base_kind, base_kind)


def item(said: Mapping[str, Any], languages: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What a person said on the screen as an item; `Malformed` where something is missing.

    `said`: `op`, `target`, `everywhere`, `where`, `unit`, `number`, `days`, `day`, and for each language
    `old_mk`, `new_mk`, `heading_mk`.
    """
    op = str(said.get("op", ""))
    if op not in WORDS:
        raise Malformed(f"there is no operation {op!r}")
    return {lang: _data(op, said, lang) for lang in languages}


def _data(op: str, said: Mapping[str, Any], lang: str) -> dict[str, Any]:
    target = "act" if op in WHOLE else str(said.get("target") or "")
    data: dict[str, Any] = {"op": op, "target": target}
    for key, name in zip(WORDS[op], ("old", "new"), strict=True):
        words = str(said.get(f"{name}_{lang}") or "").strip()
        if key and (words or op != "insert"):
            data[key] = words
    if op in EVERYWHERE and said.get("everywhere"):
        data["all"] = True
    if op == "insert":
        data |= {"target": f"{said.get('where') or 'after'} {target}", "unit": _unit(said)}
    if op in ("insert", "replace") and (heading := str(said.get(f"heading_{lang}") or "").strip()):
        data["heading"] = heading
    if op == "renumber":
        data["to"] = str(said.get("number") or "")
    if op == "applies_from":
        data["date"] = said["day"].isoformat() if said.get("day") else ""
    if op == "in_force":
        data["days_after_publication"] = said.get("days")
    amend.operation(data)
    return data


def _unit(said: Mapping[str, Any]) -> str:
    number = str(said.get("number") or "").strip()
    return f"{said.get('unit') or 'art'}:{number}" if said.get("unit") != "sent" else "sent"


def missing(said: Mapping[str, Any], languages: Sequence[str]) -> list[str]:
    """Fields that this operation needs and that are empty, by name."""
    op, needed = str(said.get("op", "")), []
    for key, name in zip(WORDS.get(op, ()), ("old", "new"), strict=False):
        optional = (op == "replace_end" and key == "old") or (
            op == "insert" and said.get("unit") in ("chp", "part")
        )
        if key and not optional:
            needed += [f"{name}_{lang}" for lang in languages]
    if op == "renumber" or (op == "insert" and said.get("unit") != "sent"):
        needed.append("number")
    if op == "insert" and said.get("unit") in ("chp", "part"):
        needed += [f"heading_{lang}" for lang in languages]
    needed += {"applies_from": ["day"], "in_force": ["days"]}.get(op, [])
    return [name for name in needed if said.get(name) in (None, "")]


def next_number(tree: lex.Act, target: str, unit: str) -> str:
    """The number a new unit after `target` would bear: `5-а` after article 5, the next position below."""
    steps = target.split("/")
    name, _, key = steps[-1].partition(":")
    if unit in ("art", "item", "tariff", "chp", "part"):
        own = next((s.partition(":")[2] for s in steps if s.startswith(f"{unit}:")), "")
        digits, _, letter = own.partition("-")
        letters = "абвгдѓежзѕијклмнопрст"
        taken = {lex.short(path) for path, _, _ in lex.walk(tree)}
        start = letters.index(letter) + 1 if letter in letters and letter else 0
        free = (f"{digits}-{one}" for one in letters[start:] if f"{unit}:{digits}-{one}" not in taken)
        return next(free, "") if digits else ""
    if name == unit:
        return str(int(key) + 1) if key.isdigit() else ""
    above = lex.find(tree, target)
    return str(1 + sum(STEP[one.kind] == unit for one in above.children)) if above else "1"


def operations(items: Sequence[Item], lang: str) -> list[Operation]:
    """The operations of items, without the decision's own provisions."""
    return [amend.operation(one[lang]) for one in items if "op" in one[lang]]


def annexes(items: Sequence[Item], lang: str) -> lex.Act | None:
    """The decision's annexes, as what takes its content from them looks them up; None where it has none."""
    words = [str(one[lang]["annex"]) for one in items if "annex" in one[lang]]
    return lex.read("\n\n".join((f"{_WORD[lang]} 1\n–", *words)), lang) if words else None


def taken(items: Iterable[Item]) -> list[str]:
    """The numbers of the decision's annexes that operations take their content from."""
    named = [one["content_from"] for said in items for one in said.values() if one.get("content_from")]
    return list(dict.fromkeys(name.removeprefix("annex:") for name in named))


def annex_items(texts: Mapping[str, str], numbers: Sequence[str]) -> list[dict[str, Any]]:
    """Annexes of pasted decisions as items; one that a language lacks, or has twice, is left out."""
    read = {lang: lex.read(text, lang) for lang, text in texts.items()}
    held = {  # without a closing block they stand behind the articles
        lang: [unit for unit in (*tree.body, *tree.annexes) if unit.kind == "annex"]
        for lang, tree in read.items()
    }
    found = []
    for number in numbers:
        units = {
            lang: [unit for at, unit in enumerate(own, 1) if (unit.num or str(at)) == number]
            for lang, own in held.items()
        }
        if all(len(rows) == 1 for rows in units.values()):
            found.append(
                {
                    lang: {"annex": lex.write(lex.Act(lang=lang, annexes=tuple(rows))).strip()}
                    for lang, rows in units.items()
                }
            )
    return found


def outcome(base: Base, items: Sequence[Item], lang: str) -> Outcome:
    """Every item applied to the text in force, in the numbering it has now."""
    places = [place for place, one in enumerate(items) if "op" in one[lang]]
    applied = amend.apply(base.trees[lang], operations(items, lang), annexes=annexes(items, lang))
    said = [sentence(one, lang) for one in items]
    refused = tuple((places[one.place], one.words) for one in applied.refused)
    return Outcome(lang, tuple(said), applied, refused, tuple(at for at, one in enumerate(said) if not one))


def sentence(one: Item, lang: str) -> str:
    """What the decision says for an item; empty where the language of acts has no sentence for it."""
    if "op" not in one[lang]:
        return str(one[lang].get("own") or one[lang]["annex"])
    try:
        return amend.operation(one[lang]).said(lang)
    except Unsayable:
        return ""


def title(base: Base, items: Sequence[Item], lang: str) -> str:
    """„за изменување и дополнување на Одлуката за …“, after what the items do."""
    return amending.named(lang, [op.data() for op in operations(items, lang)], base.of(lang))


def decision(base: Base, items: Sequence[Item], lang: str, *, kind: Mapping[str, Any], days: int) -> str:
    """The whole text of the amending decision. Its first sentence names the act; where that would be read back as
    anything but the items, the name is left to the title."""
    text = _written(base, items, lang, base.named(lang), kind=kind, days=days)
    if reads_back(items, lang, text):
        return text
    return _written(base, items, lang, "", kind=kind, days=days)


def _written(
    base: Base, items: Sequence[Item], lang: str, name: str, *, kind: Mapping[str, Any], days: int
) -> str:
    tree, said, force = base.trees[lang], list[str](), ""
    last = [str(item_[lang]["annex"]) for item_ in items if "annex" in item_[lang]]
    for item_ in items:
        if "annex" in item_[lang]:
            continue
        if "own" in item_[lang]:
            said.append(str(item_[lang]["own"]))
            continue
        one = amend.operation(item_[lang])
        if one.op == "in_force":
            force = one.said(lang)
            continue
        takes = any(own.name == "act" for own in fields(one))
        if not said and name and takes:
            one = replace(one, act=name)  # type: ignore[call-arg]
        said.append(one.said(lang))
    force = force or amend.operation({"op": "in_force", "days_after_publication": days}).said(lang)
    force = skeletons.of_kind(force, kind, lang).rstrip(".")
    said.append(f"{force} {skeletons.in_gazette(lang, base.town)}.")
    enacting = _HELD[lang].sub(_BLANK[lang], tree.enacting)
    head = " ".join(part for part in (tree.preamble, enacting) if part)
    spaced = " ".join(in_language(kind["name"], lang).upper())
    articles = "\n\n".join(f"{_WORD[lang]} {place}\n{one}" for place, one in enumerate(said, start=1))
    return "\n\n".join((head, f"{spaced}\n{title(base, items, lang)}", articles, *last)) + "\n"


def reads_back(items: Sequence[Item], lang: str, text: str) -> bool:
    """Whether the written decision is read, as it will be on its publication, as exactly what its items do."""
    read = amending.told(lex.read(text, lang))
    own = [str(one[lang]["own"]) for one in items if "own" in one[lang]]
    if any(one.unread and not any(one.text in said for said in own) for one in read):
        return False
    return _plain([op for one in read for op in one.parsed]) == _plain(operations(items, lang))


def _plain(found: Iterable[Operation]) -> list[dict[str, Any]]:
    """Operations as data without the name of the act that the first one bears; entry into force is the decision's
    own."""
    return [
        {key: value for key, value in one.data().items() if key != "act"}
        for one in found
        if one.op != "in_force"
    ]


def pairs(texts: Mapping[str, str]) -> list[dict[str, sentences.Sentence]]:
    """Sentences of pasted decisions side by side. Entry into force is left out where it is the usual one; languages
    whose sentences do not come to the same number stand one after the other."""
    found = {lang: list(sentences.read(text, lang)) for lang, text in texts.items() if text.strip()}
    if len({len(own) for own in found.values()}) == 1:
        return [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    return [{lang: one} for lang, own in found.items() for one in own]


def items_of(
    row: Mapping[str, sentences.Sentence], languages: Sequence[str], *, own: bool
) -> list[dict[str, Any]]:
    """The items that a row of sentences makes; none where the languages do not say the same or one was not read."""
    if set(row) != set(languages):
        return []
    if own:
        return [{lang: {"own": one.text} for lang, one in row.items()}]
    if any(one.unread or not one.operations for one in row.values()):
        return []
    steps = {tuple((op.op, op.target) for op in one.operations) for one in row.values()}
    if len(steps) != 1:
        return []
    count = len(next(iter(steps)))
    return [{lang: row[lang].operations[at].data() for lang in languages} for at in range(count)]


def places(tree: lex.Act, target: str) -> list[str]:
    """The provision at `target`, its heading and everything inside it, as addresses."""
    unit = lex.find(tree, target)
    if unit is None:
        return []
    inside = [path for path, _, _ in lex.walk(tree) if f"{lex.short(path)}/".startswith(f"{target}/")]
    heading = [f"{target}/heading"] if unit.heading else []
    return [target, *heading, *(lex.short(path) for path in inside if lex.short(path) != target)]
