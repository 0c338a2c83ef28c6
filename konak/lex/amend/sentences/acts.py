"""Where the sentences of an amending text stand: its articles or items, and the sentences of each."""

import re
from typing import NamedTuple

from konak.lex import closing, labels, patterns, quotes, words
from konak.lex.amend.sentences import lexicon
from konak.lex.amend.sentences.tokens import Token
from konak.lex.opening import kind_of

_LETTERS = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"(?:(?P<roman>[IVXLІХ]{1,8})\s?[.)]?|(?P<num>\d{1,3})\s?\.)(?=\s|\Z)")


class Line(NamedTuple):
    """A line that begins outside quotations: its words with single spaces, where it stands."""

    text: str
    start: int
    end: int


class Part(NamedTuple):
    """A piece of the text with the path of the amending act's own unit that holds it."""

    article: str
    start: int
    end: int


def lines(text: str, found: list[quotes.Span]) -> list[Line]:
    """The lines that begin outside quotations; blank ones are left out."""
    result: list[Line] = []
    place, at = 0, 0
    for raw in text.split("\n"):
        end = place + len(raw)
        while at < len(found) and found[at].end <= place:
            at += 1
        inside = at < len(found) and found[at].start < place < found[at].end
        told = " ".join(raw.split())
        if told and not inside:
            result.append(Line(told, place, end))
        place = end + 1
    return result


class Layout(NamedTuple):
    """The parts of a text that hold sentences; `whole` whether it is an act, `title` its title, `kind` its kind
    (a code of `words.KINDS`)."""

    parts: tuple[Part, ...]
    whole: bool
    title: str
    articled: bool
    kind: str


def layout(text: str, lang: str, found: list[quotes.Span]) -> Layout:
    """Articles („Член 1“ on a line, numbers growing), else items under a kind („О Д Л У К А“, then `I` or
    `1.`), else the whole text. Preamble, title, closing block and what follows it hold no sentences."""
    told = lines(text, found)
    kind = next((at for at, line in enumerate(told[:80]) if kind_of(line.text, lang)[0]), None)
    starts = _articles(told, lang)
    step = "art"
    if not starts and kind is not None:
        starts, step = _items(told, kind + 1), "item"
    if not starts:
        return _unlabelled(text, told, kind, lang)
    first = starts[0][0]
    above = told[kind + 1 : first] if kind is not None else []
    title = " ".join([_kind(told, kind, lang)[1], *(line.text for line in above)]).strip()
    end = _end(text, told, starts[-1][0] + 1, lang)
    parts = []
    for place, (_, number, begin) in enumerate(starts):
        stop = told[starts[place + 1][0]].start if place + 1 < len(starts) else end
        parts.append(Part(f"{step}:{number}", begin, max(begin, stop)))
    return Layout(tuple(parts), True, title, step == "art", _kind(told, kind, lang)[0])


def _kind(told: list[Line], at: int | None, lang: str) -> tuple[str, str]:
    """The kind in the line, and the words of the title behind it."""
    return ("", "") if at is None else kind_of(told[at].text, lang)[::2]


def _articles(told: list[Line], lang: str) -> list[tuple[int, str, int]]:
    """(line, number, where its words begin) of the own articles: each one more than the one before it."""
    result: list[tuple[int, str, int]] = []
    for at, line in enumerate(told):
        if line.text[0] not in "ЧN" or not (found := patterns.ARTICLE[lang].match(line.text)):
            continue
        rest = line.text[found.end() :].lstrip()
        if rest and (rest.startswith(words.CITING[lang]) or not rest[0].isupper() or rest.isupper()):
            continue
        number = labels.number("article", found[0], lang)
        if not number.isdigit() or (result and not _next(told[at - 1], result[-1][1], number)):
            continue
        result.append((at, number, _behind(line, found[0], rest)))
    return result


def _next(above: Line, last: str, number: str) -> bool:
    """Whether an article may bear this number after `last`: the next, or one further on where no new text was
    announced above it."""
    return int(number) == int(last) + 1 or (int(number) > int(last) and above.text[-1] != ":")


def _behind(line: Line, label: str, rest: str) -> int:
    """Where the words behind a label begin in the text."""
    return (
        line.end - len(rest)
        if rest and line.end - line.start == len(line.text)
        else (line.end if not rest else line.start + len(label))
    )


def _items(told: list[Line], first: int) -> list[tuple[int, str, int]]:
    result: list[tuple[int, str, int]] = []
    style = ""
    for at, line in enumerate(told[first:], first):
        found = _ITEM.match(line.text)
        if found is None or (style and found.lastgroup != style):
            continue
        number = labels.number("item", found[0], "mk")
        rest = line.text[found.end() :].lstrip()
        if not number or (rest and not (rest[0].isupper() or rest[0] in '„“"')):
            continue
        expected = _following(len(result) + 1, str(found.lastgroup))
        if number != expected:
            continue
        style = str(found.lastgroup)
        result.append((at, number, _behind(line, found[0], rest)))
    return result


def _following(count: int, style: str) -> str:
    if style == "num":
        return str(count)
    tens, ones = divmod(count, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _unlabelled(text: str, told: list[Line], kind: int | None, lang: str) -> Layout:
    """Bare sentences; under a kind, what follows its title up to the closing block."""
    if kind is None:
        return Layout((Part("", 0, len(text)),), False, "", False, "")
    at = kind + 1
    title: list[str] = [rest] if (rest := _kind(told, kind, lang)[1]) else []
    while at < len(told) and (not title or told[at].text[0].islower()) and told[at].text[-1] not in ".:;":
        if not told[at].text[0].islower() and not told[at].text.isupper():
            break
        title.append(told[at].text)
        at += 1
    begin = told[at].start if at < len(told) else len(text)
    end = _end(text, told, at + 1, lang)
    return Layout(
        (Part("", begin, max(begin, end)),), True, " ".join(title), False, _kind(told, kind, lang)[0]
    )


_MOST_BELOW = 400
_BELOW = {"ОБРАЗЛОЖЕНИЕ", "ARSYETIM", "ARSYETIMI"}
_FILE = re.compile(r"(?:У|U)\.\s?(?:бр|nr)\.")


def _end(text: str, told: list[Line], first: int, lang: str) -> int:
    """Where the closing block begins, else the end of the text; the explanation and annexes below the block
    are no sentences."""
    last = next((at for at in range(first, len(told)) if _below(told[at].text)), len(told))
    raw = [text[line.start : line.end] for line in told[:last]]
    for end in range(min(last, first + _MOST_BELOW), first, -1):
        block = closing.locate(raw, first, [end], lang)
        if block is not None:
            return told[block[0]].start
    while last > first and _closes(raw[last - 1], lang):
        last -= 1
    return told[last].start if last < len(told) else len(text)


def _below(line: str) -> bool:
    """Whether an explanation or an annex begins with this line."""
    found = patterns.ANNEX.match(line)
    return line.replace(" ", "").upper() in _BELOW or bool(found and found.end() == len(line))


def _closes(raw: str, lang: str) -> bool:
    """Whether a line of a block that is not whole stands here: of a court, or without a date."""
    if _FILE.match(raw.strip()):
        return True
    for cell in closing.cells(raw, lang):
        kind = closing.meaning(cell, lang)
        if (
            cell
            and kind not in ("number", "date", "mark", "place", "office")
            and not (kind == "name" and cell.istitle())
        ):
            return False
    return True


# Sentences


def sentences(given: list[Token], lang: str, whole: bool) -> list[list[Token]]:
    """The tokens of each sentence: cut at full stops and where a new line begins a new sentence. New text
    that is quoted and not closed takes all that follows in its article of a `whole` act."""
    result: list[list[Token]] = []
    now: list[Token] = []
    lost = False
    for place, token in enumerate(given):
        if now and not lost and _begins(now, token, given, place, lang):
            result.append(now)
            now = []
        lost = lost or (whole and token.kind == "open" and (token.opens or bool(now and now[-1].text == ":")))
        now.append(token)
    if now:
        result.append(now)
    return result


def _begins(now: list[Token], token: Token, given: list[Token], place: int, lang: str) -> bool:
    last = now[-1]
    if last.kind == "open":
        return token.opens
    if token.kind in ("quote", "open"):
        return token.apart and last.text == "." and token.opens and not _announcing(now)
    starts = token.text[:1].isupper() or _entry(given, place)
    if last.text == ".":
        return _stopped(now, token, lang) and (starts or token.opens)
    if last.text in (":", ",", ";", "-", "("):
        return False
    if not (starts and token.text[:1].isupper()):
        return False
    known = _known(given, place, lang)
    if last.kind == "quote":
        return known and (token.opens or (len(now) > 1 and now[-2].text == ":"))
    return token.opens and (token.apart or known)


def _announcing(now: list[Token]) -> bool:
    return any(one.kind == "quote" and one.opens for one in now)


def _entry(given: list[Token], place: int) -> bool:
    """Whether the mark of a list's entry stands here at the beginning of a line."""
    one = given[place]
    if not one.opens:
        return False
    behind = given[place + 1].text if place + 1 < len(given) else ""
    return (
        one.fold in ("-", "•", "▪")
        or (behind in (")", ".") and (one.kind == "num" or len(one.text) == 1))
        or one.text == "("
    )


def _stopped(now: list[Token], token: Token, lang: str) -> bool:
    """Whether the full stop ends a sentence: not one of an abbreviation, an initial or an entry's number."""
    if len(now) < 2:
        return False
    before = now[-2]
    if token.opens and token.apart:
        return True
    if before.kind in ("word", "roman") and before.end == now[-1].start:
        if len(before.text) == 1 and before.text.isupper():
            return token.opens and not _initialled(now)
        if before.fold in lexicon.TABLES[lang].ABBREVIATED:
            return before.fold in ("г", "год", "m", "v") or (
                token.opens and before.fold not in ("бр", "чл", "nr")
            )
    return not (before.kind == "num" and before.opens)


def _initialled(now: list[Token]) -> bool:
    return len(now) < 4


def _known(given: list[Token], place: int, lang: str) -> bool:
    """Whether the grammar knows the words here: a sentence can begin with them."""
    found = lexicon.symbols(given[place : place + 6], lang)
    first = found[0]
    if first.name in (
        "in",
        "after",
        "before",
        "unit",
        "words",
        "at_end",
        "old",
        "ord",
        "act",
        "this_act",
        "on_force",
        "own",
        "instead",
        "lapse",
        "quash",
        "annul",
        "delete",
        "add",
        "change",
        "replace",
        "sign",
    ):
        return True
    return given[place].fold in lexicon.words(lang, "STARTS")
