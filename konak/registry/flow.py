"""States and steps of cases and documents."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.workflow import Flow, Step
from konak.registry.rules import may_close, may_dispatch, may_reopen, may_route, may_write

CASE = Flow(
    "registry.case",
    {
        "open": pgettext_lazy("case", "open"),
        "closed": pgettext_lazy("case", "closed, a/a"),
        "void": pgettext_lazy("case", "void"),
    },
    (
        Step(verb="route", label=_("Route"), frm=("open",), to="open", rule=may_route, page="registry:route"),
        Step(verb="reply", label=_("Reply"), frm=("open",), to="open", rule=may_write, page="registry:reply"),
        Step(
            verb="file",
            label=_("File a document"),
            frm=("open",),
            to="open",
            rule=may_write,
            page="registry:file",
        ),
        Step(
            verb="close",
            label=_("Close, a/a"),
            frm=("open",),
            to="closed",
            rule=may_close,
            page="registry:close",
        ),
        Step(
            verb="reopen",
            label=_("Take up again"),
            frm=("closed",),
            to="open",
            rule=may_reopen,
            page="registry:reopen",
        ),
    ),
)

DOCUMENT = Flow(
    "registry.document",
    {
        "received": pgettext_lazy("document", "received"),
        "made": pgettext_lazy("document", "registered"),
        "dispatched": pgettext_lazy("document", "dispatched"),
        "void": pgettext_lazy("document", "void"),
    },
    (
        Step(
            verb="dispatch",
            label=_("Dispatch"),
            frm=("made",),
            to="dispatched",
            rule=may_dispatch,
            page="registry:dispatch",
        ),
    ),
)
