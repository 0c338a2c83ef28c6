"""States and steps of cases and documents."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.workflow import Flow, Step
from konak.registry.rules import may_close, may_dispatch, may_route, may_write

CASE = Flow(
    "registry.case",
    {"open": pgettext_lazy("case", "open"), "closed": pgettext_lazy("case", "closed, a/a")},
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
    ),
)

DOCUMENT = Flow(
    "registry.document",
    {
        "received": pgettext_lazy("document", "received"),
        "made": pgettext_lazy("document", "registered"),
        "dispatched": pgettext_lazy("document", "dispatched"),
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
