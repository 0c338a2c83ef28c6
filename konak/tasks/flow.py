"""A task waits, goes from hand to hand, and is done."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.workflow import Flow, Step
from konak.tasks.rules import may_do, may_hand_over

TASK = Flow(
    "tasks.task",
    {
        "open": pgettext_lazy("task", "waits"),
        "done": pgettext_lazy("task", "done"),
        "withdrawn": pgettext_lazy("task", "withdrawn"),
    },
    (
        Step(verb="done", label=_("Mark as done"), frm=("open",), to="done", rule=may_do),
        Step(
            verb="hand_over",
            label=_("Hand over"),
            frm=("open",),
            to="open",
            rule=may_hand_over,
            page="tasks:hand_over",
        ),
    ),
)
