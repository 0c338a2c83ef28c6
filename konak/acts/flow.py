"""States and steps of an act."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.acts import rules
from konak.kernel.workflow import Flow, Step

ACT = Flow(
    "acts.act",
    {
        "draft": pgettext_lazy("act", "draft"),
        "proposed": pgettext_lazy("act", "proposed"),
        "adopted": pgettext_lazy("act", "adopted"),
        "rejected": pgettext_lazy("act", "not adopted"),
        "fixed": pgettext_lazy("act", "text fixed"),
        "signed": pgettext_lazy("act", "signed"),
        "promulgated": pgettext_lazy("act", "to be published"),
        "withheld": pgettext_lazy("act", "withheld"),
        "published": pgettext_lazy("act", "published"),
    },
    (
        Step(
            verb="write",
            label=_("Write the text"),
            frm=("draft",),
            to="draft",
            rule=rules.may_write,
            page="acts:write",
        ),
        Step(
            verb="amend",
            label=_("Choose the act it amends"),
            frm=("draft",),
            to="draft",
            rule=rules.may_amend,
            page="acts:amend",
        ),
        Step(
            verb="comment",
            label=_("Comment on a provision"),
            frm=("draft", "proposed"),
            to="draft",
            rule=rules.may_comment,
        ),
        Step(
            verb="ask_opinion",
            label=_("Ask for an opinion"),
            frm=("draft", "proposed", "published"),
            to="draft",
            rule=rules.may_ask_opinion,
            page="acts:ask-opinion",
        ),
        Step(
            verb="ask_language",
            label=_("Proofreading and translation"),
            frm=("draft",),
            to="draft",
            rule=rules.may_write,
            page="acts:ask-language",
        ),
        Step(
            verb="propose",
            label=_("Propose"),
            frm=("draft",),
            to="proposed",
            rule=rules.may_propose,
            page="acts:propose",
        ),
        Step(verb="adopt", label=_("Adopt"), frm=("proposed",), to="adopted", rule=rules.may_adopt),
        Step(verb="reject", label=_("Not adopted"), frm=("proposed",), to="rejected", rule=rules.may_adopt),
        Step(
            verb="decide",
            label=_("Adopt as mayor"),
            frm=("proposed",),
            to="adopted",
            rule=rules.may_decide,
            page="acts:decide",
        ),
        Step(
            verb="fix_text",
            label=_("Fix the text"),
            frm=("adopted",),
            to="fixed",
            rule=rules.may_fix_text,
            page="acts:fix-text",
        ),
        Step(
            verb="sign_on_paper",
            label=_("Keep the signed paper"),
            frm=("fixed",),
            to="signed",
            rule=rules.may_certify_paper,
            page="acts:sign-on-paper",
        ),
        Step(
            verb="sign_digitally",
            label=_("Sign digitally"),
            frm=("fixed",),
            to="signed",
            rule=rules.may_sign,
            page="acts:sign-digitally",
        ),
        Step(
            verb="promulgate",
            label=_("Order the publication"),
            frm=("signed", "withheld"),
            to="promulgated",
            rule=rules.may_promulgate,
            page="acts:promulgate",
        ),
        Step(
            verb="withhold",
            label=_("Withhold the publication"),
            frm=("signed",),
            to="withheld",
            rule=rules.may_promulgate,
            page="acts:withhold",
        ),
        Step(
            verb="mark_published",
            label=_("Published"),
            frm=("fixed", "signed", "promulgated"),
            to="published",
            rule=rules.may_publish,
        ),
        Step(
            verb="settle",
            label=_("Settle amending sentences"),
            frm=("published",),
            to="published",
            rule=rules.may_settle,
            page="acts:settle",
        ),
    ),
)

# What is asked for waits; what is given, done or withdrawn never changes (0002_promises).
OPINION = Flow(
    "acts.opinion",
    {
        "asked": pgettext_lazy("opinion", "asked for"),
        "given": pgettext_lazy("opinion", "given"),
        "withdrawn": pgettext_lazy("opinion", "withdrawn"),
    },
    (
        Step(
            verb="write",
            label=_("Write the opinion"),
            frm=("asked",),
            to="asked",
            rule=rules.may_give_opinion,
            page="acts:write-opinion",
        ),
        Step(
            verb="show",
            label=_("Show to a colleague"),
            frm=("asked",),
            to="asked",
            rule=rules.may_give_opinion,
            page="acts:show-opinion",
        ),
        Step(
            verb="give",
            label=_("Give the opinion"),
            frm=("asked",),
            to="given",
            rule=rules.may_give_opinion,
        ),
        Step(
            verb="sign",
            label=_("Sign digitally"),
            frm=("given",),
            to="given",
            rule=rules.may_sign_opinion,
            page="acts:sign-opinion",
        ),
        Step(
            verb="withdraw",
            label=_("Withdraw the request"),
            frm=("asked",),
            to="withdrawn",
            rule=rules.may_withdraw_opinion,
            page="acts:withdraw-opinion",
        ),
    ),
)
LANGUAGE = Flow(
    "acts.languagestep",
    {
        "asked": pgettext_lazy("language", "asked for"),
        "done": pgettext_lazy("language", "done"),
        "withdrawn": pgettext_lazy("language", "withdrawn"),
    },
    (
        Step(
            verb="finish",
            label=pgettext_lazy("language", "It is done"),
            frm=("asked",),
            to="done",
            rule=rules.may_finish_language,
            page="acts:finish-language",
        ),
        Step(
            verb="withdraw",
            label=_("Withdraw the request"),
            frm=("asked",),
            to="withdrawn",
            rule=rules.may_withdraw_language,
            page="acts:withdraw-language",
        ),
    ),
)
