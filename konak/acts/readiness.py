"""Is a draft ready to be proposed: what is missing, late or outdated, all of it at once. Nothing here stops anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts.flow import ACT
from konak.acts.law import amending, provisions
from konak.acts.models import Act, LanguageStep, Opinion, Work
from konak.acts.queries import Standing
from konak.kernel.errors import Text
from konak.kernel.i18n import Words
from konak.kernel.i18n.forms import NAMES
from konak.kernel.journal import Actor
from konak.kernel.norms import Norm, on

BEFORE = ("draft", "proposed")


def language_steps(act: Act) -> list[LanguageStep]:
    """Proofreading and translation of an act, oldest first; without what was withdrawn."""
    rows = LanguageStep.objects.filter(act=act).exclude(state="withdrawn")
    return list(rows.select_related("person", "asked_by", "done_by").order_by("id"))


SHOWN = 5  # references told of one text


def about(step: LanguageStep) -> str:
    """The language whose words the step is about: a translation follows its source."""
    return step.source or step.lang


def outdated(step: LanguageStep, latest: Mapping[str, int]) -> bool:
    """True when the words it was about changed after it was done."""
    lang = about(step)
    return bool(step.state == "done" and lang in latest and step.texts.get(lang) != latest[lang])


@dataclass(frozen=True)
class Warned:
    """One thing to know before proposing; `href` leads to the way out, where the reader may take it."""

    text: Text
    way_out: Text = ""
    href: str = ""
    basis: Words | None = None


@dataclass(frozen=True)
class Readiness:
    """How ready an act is on a day, for one reader."""

    actor: Actor
    act: Act
    standing: Standing
    steps: list[LanguageStep]
    day: date

    @cached_property
    def warnings(self) -> list[Warned]:
        found = [self._missing(lang) for lang in self.standing.missing]
        if self.act.state in BEFORE:
            found += self._titles()
            found += self._nowhere()
            found += self._opinion()
            found += [one for work in Work for one in self._language(work)]
        return found

    @property
    def stops(self) -> bool:
        """True where the house does not propose without every language."""
        return bool(self.standing.missing and on(self.day)["acts.languages_gate"].value)

    @property
    def marked(self) -> list[tuple[LanguageStep, bool, int]]:
        """Each step, whether it is outdated, and by how many days it is late."""
        return [(one, outdated(one, self.standing.latest), self._late(one)) for one in self.steps]

    def _late(self, asked: LanguageStep | Opinion) -> int:
        return max(0, (self.day - asked.due).days) if asked.state == "asked" and asked.due else 0

    def _may(self, verb: str, name: str) -> str:
        free = not ACT.check(self.actor, self.act, verb, self.day)
        return reverse(f"acts:{name}", args=[self.act.pk]) if free else ""

    def _missing(self, lang: str) -> Warned:
        return Warned(
            gettext("There is no text %(lang)s.") % {"lang": NAMES.get(lang, lang)},
            _("Write it, or have it translated."),
            self._may("write", "write"),
        )

    def _titles(self) -> list[Warned]:
        """Titles of an amending text that call its content something else."""
        wrong = misnamed(self.act, self.standing.trees)
        way = (_("Set the title right in the whole text."), self._may("write", "write"))
        return [Warned(said, *way) for said in wrong]

    def _nowhere(self) -> list[Warned]:
        """References inside the text to provisions that it does not have; an amending act speaks of another's."""
        trees = {} if self.act.amends_id else self.standing.trees
        way = (_("Set them right in the provisions."), self._may("write", "provisions"))
        said = gettext("References of the text %(lang)s that point to no provision: %(places)s.")
        found = []
        for lang, tree in trees.items():
            if rows := provisions.nowhere(tree):
                places = "; ".join(f"{lex.cite(one.place, lang)}: {one.before}" for one in rows[:SHOWN])
                more = " …" if len(rows) > SHOWN else ""
                found.append(Warned(said % {"lang": NAMES.get(lang, lang), "places": places + more}, *way))
        return found

    def _opinion(self) -> list[Warned]:
        norm = on(self.day)["acts.opinion_expected"]
        asked = next((one for one in self.standing.opinions if one.state == "asked"), None)
        last = next((one for one in reversed(self.standing.opinions) if one.state == "given"), None)
        found = []
        if asked and (days := self._late(asked)):
            said = ngettext(
                "The legality opinion is %(days)s day late.",
                "The legality opinion is %(days)s days late.",
                days,
            )
            here = reverse("acts:opinion", args=[asked.pk])
            found.append(
                Warned(said % {"days": days}, _("Remind the legal officer, or withdraw the request."), here)
            )
        if last and self.standing.outdated(last):
            here = reverse("acts:opinion-difference", args=[last.pk])
            found.append(
                Warned(
                    _("The text changed after the legality opinion."),
                    _("See what changed, and ask again."),
                    here,
                )
            )
        elif last and last.verdict == "disagrees":
            here = reverse("acts:opinion", args=[last.pk])
            found.append(
                Warned(
                    _("By the legality opinion the act is not in accordance."), _("Read its reasons."), here
                )
            )
        if last is None:
            found.append(self._no_opinion(norm, bool(asked)))
        return found

    def _no_opinion(self, norm: Norm, asked: bool) -> Warned:
        if self.act.proposer not in norm.value:
            return Warned(_("No legality opinion was given. A proposal of others does not wait for it."))
        if asked:
            return Warned(_("The legality opinion is not given yet."), basis=norm.basis)
        here = self._may("ask_opinion", "ask-opinion")
        return Warned(_("There is no legality opinion."), _("Ask for an opinion."), here, norm.basis)

    def _language(self, work: Work) -> list[Warned]:
        norm = on(self.day)["acts.proofread" if work == Work.PROOFREADING else "acts.translated"]
        found = []
        for lang in self.standing.texts:
            rows = [one for one in self.steps if (one.work, one.lang) == (work, lang)]
            if (lang in norm.value or rows) and (said := self._wrong(work, lang, rows[-1] if rows else None)):
                here = self._may("ask_language", "ask-language")
                if rows and rows[-1].state == "asked":
                    here = reverse("acts:act", args=[self.act.pk]) + f"#step-{rows[-1].pk}"
                found.append(Warned(said, _WAYS[work], here, norm.basis))
        return found

    def _wrong(self, work: Work, lang: str, last: LanguageStep | None) -> str:
        """What is wrong with the last proofreading or translation of a language; empty when nothing is."""
        if last is None:
            state = "none"
        elif last.state == "asked":
            state = "late" if self._late(last) else "asked"
        else:
            state = "outdated" if outdated(last, self.standing.latest) else ""
        name = NAMES.get(lang, lang)
        return str(_SAID[work, state]) % {"lang": name} if state else ""


def misnamed(act: Act, trees: Mapping[str, lex.Act]) -> list[str]:
    """A sentence for each language whose title, typed by hand, does not say what an amending text does."""
    if act.amends_id is None:
        return []
    found = []
    for lang, tree in trees.items():
        operations = [op for one in amending.told(tree) for op in one.operations]
        if words := amending.misnamed(tree.title, lang, operations):
            said = gettext(
                "The title of the text %(lang)s does not follow its content: it should say “%(words)s”."
            )
            found.append(said % {"lang": NAMES.get(lang, lang), "words": words})
    return found


_SAID: dict[tuple[str, str], Text] = {
    ("proofreading", "none"): _("The text %(lang)s was not proofread."),
    ("proofreading", "asked"): _("Proofreading of the text %(lang)s is not done yet."),
    ("proofreading", "late"): _("Proofreading of the text %(lang)s is late."),
    ("proofreading", "outdated"): _("The text %(lang)s changed after it was proofread."),
    ("translation", "none"): _("It is not recorded who translated the text %(lang)s."),
    ("translation", "asked"): _("The translation of the text %(lang)s is not done yet."),
    ("translation", "late"): _("The translation of the text %(lang)s is late."),
    ("translation", "outdated"): _("What the text %(lang)s was translated from changed afterwards."),
}
_WAYS: dict[str, Text] = {
    "proofreading": _("Have it proofread, and enter who did it and when."),
    "translation": _("Have it translated, and enter who did it and when."),
}


def readiness(actor: Actor, standing: Standing) -> Readiness:
    """One query: proofreading and translation."""
    return Readiness(actor, standing.act, standing, language_steps(standing.act), standing.day)
