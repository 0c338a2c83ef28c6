"""The sign or word that ends a unit gives way to another."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying, wording
from konak.lex.amend.matching import Edit, fold, tidy
from konak.lex.amend.operation import Operation, Unsayable
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import own, target
from konak.lex.amend.text import Passage, Text

SIGNS = tuple(".,;:!?")
# sign → (definite, indefinite)
NAMES = {
    "mk": {".": ("точката", "точка"), ",": ("запирката", "запирка"), ";": ("точката и запирка", "точка и запирка"),
           ":": ("двете точки", "две точки")},
    "sq": {".": ("pika", "pikë"), ",": ("presja", "presje"), ";": ("pikëpresja", "pikëpresje"),
           ":": ("dy pikat", "dy pika")},
}  # fmt: skip
CONJUNCTIONS = {"mk": ("и", "или"), "sq": ("dhe", "ose")}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceEnd(Operation):
    """The unit's own words end with `old` and shall end with `new`; an empty `old` adds to what stands."""

    op: ClassVar[str] = "replace_end"

    old: str
    new: str

    def change(self, text: Text) -> None:
        at = target(text, self.target)
        if at.kind in ("unit", "intro"):
            passage, end = Passage(own(at.node, at.what), "text"), None
        elif at.kind == "sent":
            passage, end = Passage(at.node, "text"), at.span[1]
        elif at.kind in ("heading", "title", "preamble"):
            passage, end = Passage(at.node if at.nodes else None, at.kind), None
        else:
            raise Refused("no_own_words", at.what)
        words = text.read(passage)
        last = len(words) if end is None else end
        old, new = tidy(self.old), tidy(self.new)
        if not words:
            raise Refused("no_own_words", at.what)
        if not old and not new:
            raise Refused("incomplete", "new", plain=True)
        first = last - len(old)
        if fold(words[:last], text.lang)[0][first:] != fold(old, text.lang)[0] or first < 0:
            raise Refused("end_differs", at.what, words=self.old.strip())
        if old[:1].isalnum() and words[first - 1 : first].isalnum():
            raise Refused("end_differs", at.what, words=self.old.strip())
        if not old and words[last - 1] in SIGNS and new[0] in SIGNS:
            raise Refused("ends_already", at.what)
        if first and words[first - 1] == " " and new[:1] in ("", *SIGNS):
            first -= 1
        joint = "" if new[:1] in ("", *SIGNS) or words[first - 1 : first] in ("", " ") else " "
        wording.edit(text, at, [(passage, Edit(first, last, joint + new))])

    def said(self, lang: str) -> str:
        where = f"{saying.place_in(self.target, lang)} "
        if self.target == "act":
            raise Unsayable("the end of an act")
        at_end = "на крајот" if lang == "mk" else "në fund"
        if not self.old.strip():
            sign = self.new.strip()
            if any(map(str.isalnum, sign)) or not sign:
                raise Unsayable("words added at the end: before or after the full stop?")
            told = f"се додава знакот „{sign}“" if lang == "mk" else f"shtohet shenja „{sign}“"
            return saying.sentence(f"{where}{at_end} {told}")
        old = _named(self.old.strip(), lang, "nom")
        if not self.new.strip():
            return saying.sentence(f"{where}{old} {at_end} {'се брише' if lang == 'mk' else 'shlyhet'}")
        does = "се заменува со" if lang == "mk" else "zëvendësohet me"
        return saying.sentence(f"{where}{old} {at_end} {does} {self._new(lang)}")

    def _new(self, lang: str) -> str:
        """„точка“, „сврзникот „и““, „запирка и се додаваат зборовите „како и А““."""
        new = self.new.strip()
        sign, words = (new[0], new[1:].strip()) if new[0] in SIGNS else ("", new)
        if not sign:
            return _named(words, lang, "acc")
        named = NAMES[lang][sign][1]
        if not words:
            return named
        if lang == "mk":
            return f"{named} и {saying.verb('се додава', 'се додаваат', words)} {saying.quoted(words, lang)}"
        return f"{named} dhe {saying.verb('shtohet', 'shtohen', words)} {saying.quoted(words, lang)}"


def _named(words: str, lang: str, case: str) -> str:
    """A sign by its name, a conjunction as one, other words quoted."""
    if words in NAMES[lang]:
        return NAMES[lang][words][case == "acc"]
    if words in CONJUNCTIONS[lang]:
        return f"{'сврзникот' if lang == 'mk' else 'lidhëza' if case == 'nom' else 'lidhëzën'} „{words}“"
    if not any(map(str.isalnum, words)):
        raise Unsayable(words)
    return saying.quoted(words, lang, case)
