"""Who may do what with an act, and what stands in the way."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from konak.kernel.errors import Reason
from konak.kernel.i18n.forms import NAMES
from konak.kernel.journal import Actor

if TYPE_CHECKING:
    from konak.acts.models import Act, LanguageStep, Opinion

DRAFTERS = frozenset({"officer", "lawyer", "secretary", "head"})
SEES_ALL = frozenset(
    {"lawyer", "translator", "session_clerk", "secretary", "head", "mayor", "gazette_editor", "system"}
)
SEES_PROPOSED = frozenset({"president", "councillor"})
READS = DRAFTERS | SEES_ALL - {"system"} | SEES_PROPOSED | {"registrar", "archivist", "pr", "it_admin"}
CERTIFIERS = frozenset({"lawyer", "session_clerk", "secretary"})
LONGEST = 12_000_000


def may_draft(actor: Actor) -> Reason | None:
    if actor.has(*DRAFTERS, "councillor"):
        return None
    return Reason(
        _("Drafts are begun by the officers of the sector, the secretary and councillors."),
        way_out=_("Ask the unit that works on the case for a draft."),
    )


def may_write(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has(*DRAFTERS, "translator") or _drafted(actor, act):
        return None
    return Reason(_("The text of a draft is written by those who draft and translate it."))


def may_comment(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has(*DRAFTERS, "translator", "mayor") or _drafted(actor, act):
        return None
    return Reason(_("Comments on a draft are made and read by those who work on it."))


def may_ask_opinion(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has(*DRAFTERS) or _drafted(actor, act):
        return None
    return Reason(_("An opinion is asked for by those who draft the act."))


def may_ask_on_others(actor: Actor) -> Reason | None:
    """Opinions on texts that are no acts of ours."""
    if actor.has(*DRAFTERS, "mayor"):
        return None
    return Reason(
        _(
            "An opinion on a text of others is asked for by the officers of the sector, the secretary and the mayor."
        )
    )


def may_give_opinion(actor: Actor, opinion: "Opinion", day: date) -> Reason | None:
    if actor.has("lawyer"):
        return None
    return Reason(_("A legality opinion is given by a legal officer."))


def may_sign_opinion(actor: Actor, opinion: "Opinion", day: date) -> Reason | None:
    if actor.person is not None and actor.person == opinion.given_by_id:
        return None
    return Reason(_("An opinion is signed by who gave it."))


def may_withdraw_opinion(actor: Actor, opinion: "Opinion", day: date) -> Reason | None:
    if actor.has("lawyer", "secretary", "head") or (actor.person and actor.person == opinion.asked_by_id):
        return None
    return Reason(_("A request is withdrawn by who made it, the legal officer, the secretary or the head."))


def may_finish_language(actor: Actor, step: "LanguageStep", day: date) -> Reason | None:
    """Whoever was asked; for an outsider who asked him; the office of the draft for either."""
    if actor.person is not None and actor.person in (step.person_id, step.asked_by_id):
        return None
    return may_write(actor, step.act, day)


def may_withdraw_language(actor: Actor, step: "LanguageStep", day: date) -> Reason | None:
    if actor.person is not None and actor.person == step.asked_by_id:
        return None
    return may_write(actor, step.act, day)


def may_propose(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has(*DRAFTERS, "session_clerk", "mayor"):
        return None
    return Reason(
        _("Proposals get their number from the office of the council or of the mayor."),
        way_out=_("Hand the draft to the office; it registers your proposal, with or without an opinion."),
    )


def may_adopt(actor: Actor, act: "Act", day: date) -> list[Reason]:
    reasons = []
    if act.body != "council":
        reasons.append(Reason(_("The council votes on its own acts only.")))
    if not actor.has("session_clerk"):
        reasons.append(Reason(_("The result of a vote is entered by the clerk of the session.")))
    return reasons


def may_decide(actor: Actor, act: "Act", day: date) -> list[Reason]:
    reasons = []
    if act.body != "mayor":
        reasons.append(Reason(_("An act of the council is adopted by vote at a session.")))
    if not actor.has("mayor"):
        reasons.append(Reason(_("The mayor adopts his own acts.")))
    return reasons


def may_fix_text(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has("lawyer"):
        return None
    return Reason(_("The text after the vote is fixed and certified by the legal officer."))


def may_certify_paper(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has(*CERTIFIERS):
        return None
    return Reason(
        _("That a scan is true to the original is certified by a named clerk of the council's office.")
    )


def may_sign(actor: Actor, act: "Act", day: date) -> Reason | None:
    if actor.has("president" if act.body == "council" else "mayor"):
        return None
    return Reason(
        _("Acts of the council are signed by its president.")
        if act.body == "council"
        else _("Acts of the mayor are signed by the mayor.")
    )


def may_promulgate(actor: Actor, act: "Act", day: date) -> list[Reason]:
    reasons = []
    if act.body != "council":
        reasons.append(Reason(_("The mayor's own acts need no act of publication.")))
    if not actor.has("mayor"):
        reasons.append(Reason(_("The mayor orders or withholds the publication of the council's acts.")))
    return reasons


def may_publish(actor: Actor, act: "Act", day: date) -> list[Reason]:
    reasons = []
    if act.body == "council" and act.state != "promulgated":
        reasons.append(
            Reason(
                _("An act of the council is published with the mayor's act of publication."),
                way_out=_("Let the mayor order its publication first."),
            )
        )
    if act.body == "mayor" and act.state == "fixed" and not act.relation:
        reasons.append(
            Reason(
                _("An act of the mayor is published when it is signed."),
                way_out=_("Keep its original first."),
            )
        )
    if not actor.has("gazette_editor"):
        reasons.append(Reason(_("Acts are published by the editor of the gazette.")))
    return reasons


def may_amend(actor: Actor, act: "Act", day: date) -> Reason | None:
    return (
        Reason(_("An act about another act of the mayor's amends none."))
        if act.relation
        else may_write(actor, act, day)
    )


def may_settle(actor: Actor, act: "Act", day: date) -> list[Reason]:
    reasons = []
    if act.amends_id is None:
        reasons.append(Reason(_("This act amends no other.")))
    if not actor.has("lawyer"):
        reasons.append(Reason(_("What an amending sentence means is settled by the legal officer.")))
    return reasons


def sound_base(act: "Act", base: "Act | None") -> Reason | None:
    """Only a published act that is itself no amending act is amended, and by the body that adopted it."""
    if base is None:
        return None
    if base.state != "published" or base.relation or base.pk == act.pk:
        return Reason(
            _("Only a published act can be amended."),
            way_out=_("An act that is still a draft is simply rewritten."),
            field="amends",
        )
    if base.amends_id:
        return Reason(
            _("“%(number)s” itself amends another act.") % {"number": base.number},
            way_out=_("Choose the act whose text it changed."),
            field="amends",
        )
    if base.body != act.body:
        return Reason(_("An act is amended by the body that adopted it."), field="amends")
    return None


def sound_draft(
    *, kind: str, body: str, title: Mapping[str, str], kinds: Mapping[str, Any], proposer: str, has_case: bool
) -> list[Reason]:
    """What a draft needs: a known kind that the body may adopt, a title, a place among the cases."""
    reasons = []
    known = kinds.get(kind)
    if known is None:
        reasons.append(Reason(_("Choose the kind of act."), field="kind"))
    elif body not in known["bodies"]:
        reasons.append(Reason(_("This body does not adopt acts of this kind."), field="body"))
    if not title.get("mk", "").strip():
        reasons.append(Reason(_("The title in Macedonian is missing."), field="title"))
    if body == "mayor" and proposer != "mayor":
        reasons.append(Reason(_("Acts of the mayor are proposed to nobody else."), field="proposer"))
    if not has_case:
        reasons.append(
            Reason(
                _("The draft belongs to no case, and you belong to no unit that could open one."),
                way_out=_("Choose the case."),
                field="case",
            )
        )
    return reasons


def some_text(texts: Collection[str], languages: Sequence[str]) -> Reason | None:
    """Something must be written, in one language at least."""
    return None if texts else Reason(_("The text is empty."), field=f"text_{languages[0]}")


def sound_text(lang: str, text: str, languages: Collection[str]) -> list[Reason]:
    reasons = []
    if lang not in languages:
        reasons.append(Reason(_("Acts of this town are not written in this language."), field=f"text_{lang}"))
    if not text.strip():
        reasons.append(Reason(_("The text is empty."), field=f"text_{lang}"))
    if len(text) > LONGEST:
        reasons.append(Reason(_("The text is too long to be an act."), field=f"text_{lang}"))
    return reasons


def languages_missing(missing: Collection[str], gate: bool, reason: str) -> Reason | None:
    """Both languages together is the rule; the mayor may decide an exception, with his reason."""
    if not missing or (reason.strip() and not gate):
        return None
    return Reason(
        _("There is no fixed text %(languages)s.")
        % {"languages": ", ".join(str(NAMES.get(lang, lang)) for lang in sorted(missing))},
        way_out=_("Let the text be fixed in every language first.")
        if gate
        else _("Fix the text in every language, or write why it is published without it."),
        field="without",
    )


def languages_differ(differences: Sequence[Any]) -> Reason | None:
    """Where the house says so, languages must agree by provision before the act is proposed."""
    if not differences:
        return None
    count = len(differences)
    return Reason(
        ngettext(
            "The languages do not agree in %(count)s place.",
            "The languages do not agree in %(count)s places.",
            count,
        )
        % {"count": count},
        way_out=_("Set the texts right; the places are listed."),
    )


def _drafted(actor: Actor, act: "Act") -> bool:
    return actor.person is not None and act.drafted_by_id == actor.person
