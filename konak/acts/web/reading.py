"""Texts that come from outside: a file for the draft, a pasted amending decision; both are confirmed first."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions import changing as deeds
from konak.acts.actions.parts import day_of, read
from konak.acts.law import changes as law
from konak.acts.shown import differing, outline
from konak.acts.web.changing import OnChangesDeed
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.forms import OPERATIONS, SentencesForm, TextsForm, UploadForm
from konak.kernel.errors import Reason, Refused
from konak.kernel.files import open as read_file
from konak.kernel.i18n import pick
from konak.lex import documents
from konak.lex.amend.sentences import reasons

UNTAKEN = _("This sentence cannot be taken: it was not read, or the languages differ.")
SET_RIGHT = _("Set it right above and look again, or leave it out.")


class UploadView(OnActDeed):
    """A file becomes a text in the boxes, with everything that was understood of it; keeping it is the next step."""

    form_class = UploadForm
    template_name = "acts/upload.html"
    title = _("Take the text from a file")
    verb = _("Read the file")

    def form_options(self) -> dict[str, Any]:
        return {"languages": queries.languages(day_of(self.at))}

    def initial(self) -> dict[str, Any]:
        return {"lang": queries.languages(day_of(self.at))[0]}

    def post(self, request: HttpRequest, **_parts: Any) -> HttpResponse:
        form = self.form(data=request.POST, files=request.FILES)
        if not form.is_valid():
            return self.again(form)
        languages = queries.languages(day_of(self.at))
        said = form.cleaned_data
        try:
            given = {
                lang: _document(read_file(said["file"]), said["file"].name, lang)
                for lang in (languages if said["lang"] == "all" else [said["lang"]])
            }
            trees = {lang: read(one.text, lang) for lang, one in given.items() if one.lines}
        except Refused as refused:
            form.refuse(refused)
            return self.again(form)
        return self.confirm(given, trees)

    def confirm(self, given: dict[str, documents.Document], trees: dict[str, lex.Act]) -> HttpResponse:
        """The boxes filled, what was understood below; the form leads to „Write the text“."""
        latest = queries.texts(self.thing)
        initial: dict[str, Any] = {f"text_{lang}": one.text for lang, one in given.items()}
        initial |= {f"seen_{lang}": text.number for lang, text in latest.items()}
        notes = [(lang, note.words) for lang, one in given.items() for note in one.notes]
        boxes = TextsForm(languages=list(given), initial=initial)
        context = {
            "form": boxes,
            "thing": self.thing,
            "confirming": True,
            "notes": notes,
            "outlines": [outline(tree) for tree in trees.values()],
        }
        return self.show(context)


def _document(data: bytes, name: str, lang: str) -> documents.Document:
    try:
        return documents.text(data, name, lang)
    except documents.NotText as fault:
        why = pick(fault.words, get_language() or "mk")[0]
        raise Refused(Reason(why, field="file")) from fault


class SentencesView(OnChangesDeed):
    """A pasted amending decision, sentence by sentence: what was understood, what it does, and what to do with it."""

    form_class = SentencesForm
    template_name = "acts/sentences.html"
    title = _("Read a pasted decision")
    verb = _("Add what was accepted")
    wide = True

    def form_options(self) -> dict[str, Any]:
        return {"languages": list(self.base.trees), "rows_read": len(self.pairs())}

    def pairs(self) -> list[dict[str, Any]]:
        return law.pairs({lang: self.request.POST.get(f"text_{lang}", "") for lang in self.base.trees})

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "look" in request.POST:
            data = request.POST.copy()
            for at, row in enumerate(self.pairs()):
                data.setdefault(f"do_{at}", "take" if self._fits(row) else "leave")
            form = self.form(data=data)
            form.is_valid()
            return self.page(form)
        return super().post(request, **parts)

    def page(self, form: Any, status: int = 200) -> HttpResponse:
        read_rows = [self._shown(at, row, form) for at, row in enumerate(self.pairs())]
        return self.show({"form": form, "thing": self.thing, "rows": read_rows}, status)

    def _items(self, row: dict[str, Any]) -> list[dict[str, Any]]:
        return self.with_annexes(law.items_of(row, list(self.base.trees), own=False))

    def with_annexes(self, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The items, and before them the annexes of the pasted decision that they take their content from; one that
        is gathered already is not taken again."""
        texts = {lang: self.request.POST.get(f"text_{lang}", "") for lang in self.base.trees}
        numbers = law.taken(items)
        annexes = law.annex_items(texts, numbers) if numbers else []
        return [*(one for one in annexes if one not in self.thing.changes), *items]

    def _fits(self, row: dict[str, Any]) -> bool:
        items = self._items(row)
        return bool(items) and not any(
            law.outcome(self.base, items, lang).refused for lang in self.base.trees
        )

    def _shown(self, at: int, row: dict[str, Any], form: Any) -> dict[str, Any]:
        language = get_language() or "mk"
        items = self._items(row)
        texts = []
        for lang, one in row.items():
            own = self.with_annexes_of(lang, one)
            outcome = law.outcome(self.base, own, lang)
            texts.append(
                {
                    "lang": lang,
                    "text": one.text,
                    "plain": [
                        (OPERATIONS[op.op], lex.cite(_place(op.target), language)) for op in one.operations
                    ],
                    "unread": pick(reasons.WORDS[one.unread], language)[0] if one.unread else "",
                    "own": one.own_provision,
                    "refused": [words for _place_, words in outcome.refused],
                    "changes": differing(self.base.trees[lang], outcome.applied.act)
                    if one.operations
                    else [],
                }
            )
        alone = len(row) < len(self.base.trees)
        differ = not alone and not items and all(one.operations for one in row.values())
        return {"field": form[f"do_{at}"], "texts": texts, "alone": alone, "differ": differ}

    def with_annexes_of(self, lang: str, one: Any) -> list[dict[str, Any]]:
        """What one sentence does in one language, with the annexes it takes its content from."""
        items = [{lang: op.data()} for op in one.operations]
        texts = {lang: self.request.POST.get(f"text_{lang}", "")}
        return [*law.annex_items(texts, law.taken(items)), *items]

    def deed(self, form: Any) -> Any:
        items: list[dict[str, Any]] = []
        wrong = []
        for at, row in enumerate(self.pairs()):
            chosen = form.chosen(at)
            if chosen == "leave":
                continue
            found = law.items_of(row, list(self.base.trees), own=chosen == "own")
            if not found:
                wrong.append(Reason(UNTAKEN, way_out=SET_RIGHT, field=f"do_{at}"))
            items += found
        if wrong:
            raise Refused(*wrong)
        version, items = form.cleaned_data["version"], self.with_annexes(items)
        return deeds.add_changes(self.actor, self.thing, items=items, version=version, at=self.at)

    def told(self, result: Any) -> Any:
        return _("The accepted sentences were added.")


def _place(target: str) -> str:
    """The address without „after“, „before“, „end“."""
    return target.rpartition(" ")[2]
