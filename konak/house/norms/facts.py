"""What happened to the norms."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact(
    "house.NormDeviated",
    sentence=_("A value of the town's own was entered for “{what}”, valid from {valid_from}."),
)
class NormDeviated(Fact):
    """`value` is the value as JSON, so that the seal binds it too."""

    key: str
    value: str
    valid_from: date
    valid_to: date | None
