"""Comments on provisions: shown beside the boxes, asked, answered and settled."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions import commenting
from konak.acts.actions.parts import day_of
from konak.acts.flow import ACT
from konak.acts.law import provisions as law
from konak.acts.models import Act, Comment
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.forms import AnswerForm, CommentForm
from konak.kernel.journal import Actor
from konak.kernel.ui.forms import Form


@dataclass(frozen=True)
class Talk:
    """The comments of an act that the reader may see, by provision."""

    rows: list[Comment]

    @classmethod
    def of(cls, actor: Actor, act: Act) -> "Talk":
        return cls(list(queries.comments(actor, act)))

    def on(self, place: str) -> list[Comment]:
        """Open ones first."""
        return sorted((row for row in self.rows if row.place == place), key=lambda row: bool(row.settled_at))

    def lost(self, places: list[str]) -> list[tuple[str, list[Comment]]]:
        """Comments whose provision is no longer in the draft, with how it was called."""
        reader = get_language() or "mk"
        return [(lex.cite(row.place, reader), [row]) for row in self.rows if row.place not in places]


class _OnComments(OnActDeed):
    """A deed that leads back to the provisions of the draft."""

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*super().crumbs, (_("Provisions"), reverse("acts:provisions", args=[self.kwargs["pk"]]))]

    def load(self) -> Act:
        act = super().load()
        if ACT.check(self.actor, act, "comment", day_of(self.at)):
            raise Http404
        return act

    def back_to(self, place: str) -> str:
        return reverse("acts:provisions", args=[self.kwargs["pk"]]) + f"#{place}"


class CommentView(_OnComments):
    """Ask or remark something on one provision."""

    form_class = CommentForm
    title = _("Comment on a provision")
    verb = _("Keep the comment")

    def load(self) -> Act:
        act = super().load()
        trees = [queries.tree(text) for text in queries.texts(act).values()]
        if not any(law.box_at(tree, self.kwargs["place"]) for tree in trees):
            raise Http404
        return act

    @property
    def lead(self) -> Any:
        return lex.cite(self.kwargs["place"], get_language() or "mk")

    def deed(self, form: Form) -> Comment:
        said = form.cleaned_data
        return commenting.comment(
            self.actor,
            self.thing,
            self.kwargs["place"],
            text=said["text"],
            at=self.at,
            key=said["key"] or None,
        )

    def told(self, result: Comment) -> Any:
        return _("The comment is kept.")

    def next_url(self, result: Comment) -> str:
        return self.back_to(result.place)


class _OnComment(_OnComments):
    """A deed on one comment."""

    def load(self) -> Act:
        act = super().load()
        self.asked = self.find(queries.comments(self.actor, act), pk=self.kwargs["comment"])
        return act

    @property
    def lead(self) -> Any:
        return self.asked.text

    def next_url(self, result: Any) -> str:
        return self.back_to(self.asked.place)


class AnswerView(_OnComment):
    form_class = AnswerForm
    title = _("Answer a comment")
    verb = pgettext_lazy("comment", "Answer")

    def deed(self, form: Form) -> Comment:
        said = form.cleaned_data
        return commenting.answer(
            self.actor, self.asked, text=said["text"], at=self.at, key=said["key"] or None
        )

    def told(self, result: Comment) -> Any:
        return _("The answer is kept.")


class SettleCommentView(_OnComment):
    title = _("Settle a comment")
    verb = _("It is settled")

    def deed(self, form: Form) -> Comment:
        return commenting.settle_comment(self.actor, self.asked, at=self.at)

    def told(self, result: Comment) -> Any:
        return _("The comment is settled.")
