"""The lines of a text, each looked at once: what is no text, what opens an article, where another act begins."""

from dataclasses import dataclass, field

from konak.lex import clean, heads, patterns, words
from konak.lex.opening import kind_of

_AHEAD = 12  # lines that the legal bases of a further act may take before its kind stands
_BASES = tuple(word for lang in ("mk", "sq") for word in words.BASIS[lang])
_OTHER = {"mk": "sq", "sq": "mk"}
_MAY_BEGIN = frozenset("ВСНОЗРДБПТКИМУNDVAKRUBSTOPM")  # first letters of legal bases and of kinds


@dataclass(slots=True)
class Lines:
    """Cleaned lines beside the same lines as they came (for the gaps between cells), and their numbers in
    the text. `articles` are the places of labels of articles, `odd` whether any line may be a row of a
    table or no readable text."""

    lang: str
    texts: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    odd: bool = False


def split(text: str, lang: str) -> Lines:
    """Lines that hold something, as they come."""
    printed = clean.normal(text)
    lines = Lines(lang)
    texts, raws, numbers = lines.texts, lines.raw, lines.numbers
    for number, raw in enumerate(printed.splitlines(), 1):
        line = raw.strip()
        if not line:
            continue
        if "  " in line or not line.isprintable():
            line = " ".join(line.split())
        texts.append(line)
        raws.append(raw)
        numbers.append(number)
    lines.odd = clean.odd(printed, texts)
    return lines


def labels_apart(lines: Lines, first: int) -> Lines:
    """The same lines from `first` on with words after a label that stands alone on lines of their own, as
    the writer prints them; all above is left as it is."""
    lang, apart = lines.lang, Lines(lines.lang, odd=lines.odd)
    copied = 0
    for place in [at for at, line in enumerate(lines.texts) if line[0] in heads.FIRST and at >= first]:
        stands = len(apart.texts) + place - copied
        line, labels = lines.texts[place], list[str]()
        while (
            line[0] in heads.FIRST and len(line) <= clean.LONGEST_LINE and (found := heads.alone(line, lang))
        ):
            if found.re is patterns.ARTICLE[lang]:
                apart.articles.append(stands + len(labels))
            if not (rest := line[found.end() :].lstrip()):
                break
            labels.append(found[0])
            line = rest
        if labels:
            cut = [*labels, line]
            apart.texts += [*lines.texts[copied:place], *cut]
            apart.raw += [*lines.raw[copied:place], *cut]
            apart.numbers += [*lines.numbers[copied:place], *[lines.numbers[place]] * len(cut)]
            copied = place + 1
    apart.texts += lines.texts[copied:]
    apart.raw += lines.raw[copied:]
    apart.numbers += lines.numbers[copied:]
    return apart


def further_act(lines: Lines, first: int) -> tuple[int, str] | None:
    """Where after line `first` another act begins, and its language: with its legal bases and its kind a few
    lines on, or with a kind of the other language, as in a bilingual gazette."""
    other = _OTHER[lines.lang]
    for place in range(first, len(lines.texts)):
        line = lines.texts[place]
        if line[0] not in "ВСNDОOРРPЗЗСБПТКИНМУVAKRUBST":
            continue
        if line.startswith(_BASES):
            lang = "mk" if line.startswith(words.BASIS["mk"]) else "sq"
            if any(_kind(ahead, lang) for ahead in lines.texts[place + 1 : place + 1 + _AHEAD]):
                return place, lang
        elif line.isupper() and _kind(line, other):
            return place, other
    return None


def _kind(line: str, lang: str) -> bool:
    return len(line) < 200 and bool((kind := kind_of(line, lang))[0]) and kind[1].isupper()
