"""Screens after the vote: fix the text, sign, order or withhold the publication."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import paper, queries
from konak.acts.actions import publishing
from konak.acts.actions.parts import day_of
from konak.acts.consolidation import warned
from konak.acts.flow import ACT
from konak.acts.models import Act
from konak.acts.shown import differing, told, understood
from konak.acts.web.drafting import OnActDeed, TextsView
from konak.acts.web.forms import DigitalForm, PaperForm, PromulgateForm, WithholdForm
from konak.kernel.files import store
from konak.kernel.signing import sign_pdf, signer_of
from konak.kernel.ui.forms import Form


class FixTextView(TextsView):
    """The draft with number, date and signatory; amendments of the session are typed in, and shown as a diff."""

    template_name = "acts/fix_text.html"
    title = _("Fix the text after the vote")
    verb = _("Certify the text")

    def initial(self) -> dict[str, Any]:
        if self.thing.state != "adopted":
            return {}
        return {
            f"text_{lang}": lex.write(publishing.closing_of(queries.tree(text), self.thing))
            for lang, text in queries.texts(self.thing).items()
        }

    def page(self, form: Any, status: int = 200) -> HttpResponse:
        trees = self.trees(form)
        drafts = {lang: queries.tree(text) for lang, text in queries.drafted(self.thing).items()}
        return self.show(
            {
                "form": form,
                "thing": self.thing,
                "diffs": [
                    (lang, differing(drafts[lang], tree)) for lang, tree in trees.items() if lang in drafts
                ],
                "warned": warned(self.thing),
                "differences": told(queries.differences(trees)),
                "unread": [understood(tree) for tree in trees.values() if tree.unread],
            },
            status,
        )

    def deed(self, form: Any) -> Act:
        version = form.cleaned_data["version"]
        return publishing.fix_text(self.actor, self.thing, texts=form.words(), at=self.at, version=version)

    def told(self, result: Act) -> Any:
        return _("The text of %(number)s is certified; from now on only it may be signed.") % {
            "number": result.number
        }


class SignOnPaperView(OnActDeed):
    """The wet-ink path: print, sign, scan, certify."""

    form_class = PaperForm
    template_name = "acts/sign_on_paper.html"
    title = _("Keep the signed paper")
    verb = _("Certify: true to the original")

    def initial(self) -> dict[str, Any]:
        return {"fixed_hash": self.thing.fixed_hash, "signed_on": day_of(self.at)}

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "languages": list(queries.fixed_texts(self.thing))}

    def deed(self, form: Form) -> Act:
        said = form.said
        return publishing.sign_on_paper(
            self.actor,
            self.thing,
            scan=said["scan"],
            signed_on=said["signed_on"],
            fixed_hash=said["fixed_hash"],
            at=self.at,
            version=form.cleaned_data["version"],
        )

    def told(self, result: Act) -> Any:
        return _("The signed original of %(number)s is kept.") % {"number": result.number}


class SignDigitallyView(OnActDeed):
    """The digital path: a PDF of each language is made and signed, then the deed keeps what was signed."""

    form_class = DigitalForm
    template_name = "acts/sign_digitally.html"
    title = _("Sign digitally")
    verb = _("Sign")

    def initial(self) -> dict[str, Any]:
        return {"fixed_hash": self.thing.fixed_hash}

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "languages": list(queries.fixed_texts(self.thing))}

    def deed(self, form: Form) -> Act:
        act, signed = self.thing, {}
        if not ACT.check(self.actor, act, "sign_digitally", day_of(self.at)):
            signer = signer_of(f"person-{self.actor.person}", self.actor.name)
            for lang, text in queries.fixed_texts(act).items():
                pdf = sign_pdf(paper.act(act, text), signer, at=self.at, reason=act.number)
                signed[lang] = store(pdf, name=f"{act.number.replace('/', '-')}.{lang}.pdf")
        return publishing.sign_digitally(
            self.actor,
            act,
            signed=signed,
            fixed_hash=form.cleaned_data["fixed_hash"],
            at=self.at,
            version=form.cleaned_data["version"],
        )

    def told(self, result: Act) -> Any:
        return _("%(number)s is signed in every language.") % {"number": result.number}


class PromulgateView(OnActDeed):
    form_class = PromulgateForm
    template_name = "acts/promulgate.html"
    title = _("Order the publication")
    verb = _("Order the publication")

    def extra(self) -> dict[str, Any]:
        standing = queries.standing(self.thing, day_of(self.at))
        return {**super().extra(), "standing": standing, "warned": warned(self.thing)}

    def deed(self, form: Form) -> Act:
        return publishing.promulgate(
            self.actor,
            self.thing,
            without=form.said["without"],
            at=self.at,
            version=form.cleaned_data["version"],
        )

    def told(self, result: Act) -> Any:
        return _("The publication was ordered with %(number)s.") % {"number": result.number}


class WithholdView(OnActDeed):
    form_class = WithholdForm
    title = _("Withhold the publication")
    verb = _("Withhold the publication")

    def deed(self, form: Form) -> Act:
        return publishing.withhold(
            self.actor,
            self.thing,
            reason=form.said["reason"],
            at=self.at,
            version=form.cleaned_data["version"],
        )

    def told(self, result: Act) -> Any:
        return _("The publication is withheld with %(number)s.") % {"number": result.number}
