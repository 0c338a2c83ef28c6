"""What happened to the norms."""

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact(
    "house.NormDeviated",
    sentence=_("A value of the town's own was entered for {key}, valid from {valid_from}."),
)
class NormDeviated(Fact):
    """`value` is the value as JSON, so that the seal binds it too; days are ISO, `valid_to` may be empty."""

    key: str
    value: str
    valid_from: str
    valid_to: str
