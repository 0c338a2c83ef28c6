"""States and steps of a session."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.errors import Text
from konak.kernel.workflow import Flow, Rule, Step
from konak.sessions import rules


def _step(verb: str, label: Text, frm: str, to: str, rule: Rule, page: str = "") -> Step:
    states = tuple(frm.split())
    return Step(verb=verb, label=label, frm=states, to=to, rule=rule, page=page)


SESSION = Flow(
    "sessions.session",
    {
        "draft": pgettext_lazy("session", "in preparation"),
        "called": pgettext_lazy("session", "called"),
        "open": pgettext_lazy("session", "in session"),
        "closed": pgettext_lazy("session", "closed"),
        "not_held": pgettext_lazy("session", "not held"),
    },
    (
        _step("call", _("Call the session"), "draft", "called", rules.may_call, "sessions:call"),
        _step("add_item", _("Add an item"), "draft", "draft", rules.may_prepare, "sessions:add"),
        _step("change", _("Change day or place"), "draft", "draft", rules.may_prepare, "sessions:change"),
        _step("remove_item", _("Take the item off"), "draft", "draft", rules.may_prepare),
        _step("open", _("Open the session"), "called", "open", rules.may_preside, "sessions:open"),
        _step("vote", _("Put to the vote"), "open", "open", rules.may_count),
        _step("adopt_agenda", _("Adopt the agenda"), "open", "open", rules.may_count, "sessions:agenda"),
        _step("presence", _("Presence"), "called open", "open", rules.may_count, "sessions:presence"),
        _step("extend", _("Add an item in session"), "open", "open", rules.may_count, "sessions:extend"),
        _step("send_papers", _("Papers were sent"), "called", "called", rules.may_prepare, "sessions:papers"),
        _step("close", _("Close the session"), "open", "closed", rules.may_preside, "sessions:close"),
        _step("not_held", _("Not held"), "called", "not_held", rules.may_preside, "sessions:not-held"),
        _step("make_minutes", _("Make the minutes"), "closed", "closed", rules.may_count, "sessions:minutes"),
    ),
)
