"""Acts and operations for the tests of amending: two whole acts, and any number of random ones."""

from typing import Any

from hypothesis import strategies as st

from konak.lex import Act, read, walk
from konak.lex.amend import Applied, Operation, apply, operation

MK = """Врз основа на член 36 од Законот за локалната самоуправа („Службен весник на РМ“ бр. 5/2002), Советот на \
Општина Куманово, донесе

О Д Л У К А
за комунален ред

I. ОПШТИ ОДРЕДБИ

Член 1
Со оваа одлука се уредува комуналниот ред.

Член 2
(1) Надзорникот врши надзор еднаш неделно.
(2) Во случај од став 1 на овој член, надзорникот составува записник:
1) за состојбата;
2) за мерките:
а) итни;
б) други и
3) за рокот.

II. НАДЗОР

Член 3
Надзор врши надзорник. Надзорникот има легитимација. Тој е вработен.
Глобата изнесува 50 евра (утврдена со закон).
Се казнува:
– прво лице;
– второ лице.

Казни
Член 4
Казните од член 3 став 2 на оваа одлука ги изрекува надзорник, а записникот од член 2 го чува надзорник.

Член 5
Одлуката влегува во сила осмиот ден од денот на објавувањето.

Број 09-1/1
24.09.2026 година                            ПРЕТСЕДАТЕЛ
Куманово                                     Ана Илиева с.р.

Прилог 1
1. | Маса | 100
2. | Стол | 50
Тарифен број 1
1) За маса 100 денари.
Тарифен број 2
За стол 50 денари.
"""
SQ = """V E N D I M
për rendin komunal

I. DISPOZITA TË PËRGJITHSHME

Neni 1
Me këtë vendim rregullohet rendi komunal.

Neni 5-a
(1) Mbikëqyrësi bën mbikëqyrje një herë në javë.
(2) Në rastin nga paragrafi 1 i këtij neni, mbikëqyrësi përpilon procesverbal:
a) për gjendjen;
b) për afatin.

Neni 6
Dënimet nga neni 5-a paragrafi 2 i shqipton mbikëqyrësi.
"""


def base(lang: str = "mk") -> Act:
    return read(MK if lang == "mk" else SQ, lang)


def op(kind: str, target: str = "act", /, **data: Any) -> Operation:
    named = {key.rstrip("_"): value for key, value in data.items()}
    return operation({"op": kind, "target": target, **named})


def done(*operations: Operation, lang: str = "mk", act: Act | None = None) -> Applied:
    return apply(act or base(lang), operations)


def codes(applied: Applied) -> list[str]:
    return [refusal.reason for refusal in applied.refused]


_WORDS = {
    "mk": [
        "надзорник",
        "Надзорник",
        "глоба",
        "записник",
        "рок",
        "50",
        "5",
        "лице (физичко)",
        "со закон",
        "„ред“",
        "член 2",
        "став 1 на овој член",
        "А",
        "и",
    ],
    "sq": [
        "mbikëqyrës",
        "Mbikëqyrës",
        "gjobë",
        "procesverbal",
        "afat",
        "50",
        "5",
        "person (fizik)",
        "me ligj",
        "„rend“",
        "neni 2",
        "paragrafi 1 i këtij neni",
        "A",
        "dhe",
    ],
}
_LABELS = {
    "mk": ("Член", "Прилог", "Казни", "ОПШТИ ОДРЕДБИ"),
    "sq": ("Neni", "Shtojca", "Dënimet", "DISPOZITA"),
}


def lines(lang: str) -> st.SearchStrategy[str]:
    """One line of words with its end."""
    words = st.lists(st.sampled_from(_WORDS[lang]), min_size=1, max_size=9).map(" ".join)
    return st.tuples(words, st.sampled_from([".", ".", ":", ";", "", " и", ". "])).map("".join)


def articles(lang: str) -> st.SearchStrategy[str]:
    """What one article holds."""
    label = st.sampled_from(["", "", "", "(1) ", "(2) ", "1) ", "2) ", "а) ", "- ", "– ", "1 | 2 | "])
    line = st.tuples(label, lines(lang)).map("".join)
    return st.lists(line, min_size=1, max_size=6).map("\n".join)


@st.composite
def acts(draw: st.DrawFn, lang: str) -> Act:
    """A random act that is read from text."""
    label, annex, heading, chapter = _LABELS[lang]
    text = ["О Д Л У К А" if lang == "mk" else "V E N D I M", "за ред" if lang == "mk" else "për rend"]
    for number in range(1, draw(st.integers(1, 5)) + 1):
        if draw(st.integers(0, 3)) == 0:
            text.append(f"{'I' * min(number, 3)}. {chapter}")
        if draw(st.integers(0, 3)) == 0:
            text.append(heading)
        text += [f"{label} {number}", draw(articles(lang))]
    if draw(st.booleans()):
        text += [f"{annex} 1", draw(articles(lang))]
    return read("\n".join(text), lang)


@st.composite
def operations(draw: st.DrawFn, act: Act) -> Operation:
    """An operation on some place of `act`, or on one that it may not have."""
    lang = act.lang
    paths = [path for path, _, unit in walk(act) if unit.kind != "unread"]
    path = draw(
        st.sampled_from(
            [*paths, "art:1", "art:9", "act", "title", "art:*", "art:1/para:1/sent:1", "art:1/intro"]
        )
    )
    words = st.sampled_from(_WORDS[lang])
    number = draw(st.sampled_from(["1", "2", "3", "4", "1-а", "а", "б", "II"]))
    last = path.split("/")[-1].partition(":")[0]
    content = draw(articles(lang))
    kind = draw(st.sampled_from(sorted(_MAKERS)))
    return _MAKERS[kind](path, last, number, draw(words), draw(words), content, draw(st.booleans()))


_MAKERS: dict[str, Any] = {
    "replace_words": lambda path, last, number, old, new, content, all_: op(
        "replace_words", path, old=old, new=new, all=all_
    ),
    "insert_words_after": lambda path, last, number, old, new, content, all_: op(
        "insert_words_after", path, anchor=old, new=f", {new}" if all_ else new
    ),
    "insert_words_before": lambda path, last, number, old, new, content, all_: op(
        "insert_words_before", path, anchor=old, new=new, all=all_
    ),
    "delete_words": lambda path, last, number, old, new, content, all_: op(
        "delete_words", path, old=old, all=all_
    ),
    "delete_brackets": lambda path, last, number, old, new, content, all_: op(
        "delete_words", path, span="brackets"
    ),
    "delete_until": lambda path, last, number, old, new, content, all_: op(
        "delete_words", path, after=old, until="sentence_end" if all_ else "unit_end"
    ),
    "replace_end": lambda path, last, number, old, new, content, all_: op(
        "replace_end", path, old=".", new=f", {new}"
    ),
    "replace": lambda path, last, number, old, new, content, all_: op("replace", path, content=content),
    "insert": lambda path, last, number, old, new, content, all_: op(
        "insert",
        f"{'after' if all_ else 'before'} {path}",
        unit=f"{last or 'art'}:{number}" if ":" in path else "art:7",
        content=content,
    ),
    "append": lambda path, last, number, old, new, content, all_: op(
        "insert", f"end {path}", unit=f"{'para' if all_ else 'indent'}:{number}", content=content
    ),
    "repeal": lambda path, last, number, old, new, content, all_: op("repeal", path),
    "renumber": lambda path, last, number, old, new, content, all_: op("renumber", path, to=number),
    "replace_heading": lambda path, last, number, old, new, content, all_: op(
        "replace_heading", path, new=new
    ),
}
