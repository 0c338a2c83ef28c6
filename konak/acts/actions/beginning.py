"""The first text of a draft, from the skeleton of its kind and its legal bases."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.acts import queries
from konak.acts.actions import drafting
from konak.acts.actions.parts import day_of
from konak.acts.flow import ACT
from konak.acts.law import skeletons, wording
from konak.acts.models import Act
from konak.kernel.errors import Reason, allow
from konak.kernel.journal import Actor, deed
from konak.kernel.norms import on


@deed(keyed=True)
def begin_text(
    actor: Actor, act: Act, *, skeleton: str, bases: Sequence[str], at: datetime, key: str | None = None
) -> Act:
    """Write the first version in every language; `bases` are codes of legal bases, whatever their order."""
    day = day_of(at)
    act = Act.objects.select_for_update(of=("self",)).get(pk=act.pk)
    known = skeletons.fitting(queries.skeletons(day), act.kind, act.body)
    cited = skeletons.fitting(queries.bases(day), act.kind, act.body)
    allow(
        ACT.check(actor, act, "write", day),
        Reason(
            _("The draft has a text already."),
            way_out=_("Change its provisions, or take the words over in the whole text."),
        )
        if queries.texts(act)
        else None,
        None if skeleton in known else Reason(_("Choose one of the skeletons."), field="skeleton"),
        None
        if set(bases) <= set(cited)
        else Reason(_("A legal basis cannot be cited for this act on this day."), field="bases"),
    )
    texts = first_texts(act, skeleton, bases, day)
    drafting.write_texts(actor, act, texts=texts, versions={}, at=at)
    return act


def first_texts(act: Act, skeleton: str, bases: Sequence[str], day: date) -> dict[str, str]:
    """The text of a skeleton for this draft in every language that the skeleton has."""
    kind = queries.kinds(day)[act.kind]
    known, cited = queries.skeletons(day)[skeleton], queries.bases(day)
    return {
        lang: skeletons.text(
            known,
            [cited[code] for code in cited if code in bases],
            lang,
            kind=kind,
            body=act.body,
            title=wording.bare(wording.in_language(act.title, lang), lang, kind),
            town=on(day)["acts.town"].value,
            day=day,
            days=on(day)["terms.act.in_force"].value["days"],
        )
        for lang in queries.languages(day)
        if lang in known["text"]
    }
