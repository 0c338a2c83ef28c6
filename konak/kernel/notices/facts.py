"""That somebody was told something."""

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact("notices.Notified", sentence=_("{who} was notified."))
class Notified(Fact):
    """`notice` is the notice's row; the subject is what it is about."""

    notice: int
    person_id: int
    template: str
