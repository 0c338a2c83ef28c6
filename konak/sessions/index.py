"""What search may find of sessions: the agenda of each called one, by everybody."""

from collections.abc import Iterable

from konak.kernel.i18n import pick
from konak.kernel.journal import Ref
from konak.kernel.search import PUBLIC, Findable, indexed, role
from konak.sessions import facts, rules, titles
from konak.sessions.models import Session

_ON = (
    facts.SessionConvened,
    facts.SessionChanged,
    facts.ItemAdded,
    facts.ItemRemoved,
    facts.SessionCalled,
    facts.AgendaVoted,
)


@indexed("sessions.session", on=_ON)
def of_session(number: int) -> Iterable[Findable]:
    """Title, place and points; a session in preparation only for those who prepare it."""
    for session in Session.objects.filter(pk=number).select_related("body"):
        drafted = session.state == "draft"
        seen = {role(code) for code in rules.SEES_DRAFTS - {"system"}} if drafted else {PUBLIC}
        points = [item for item in session.items.order_by("id") if drafted or item.official]
        for lang in ("mk", "sq"):
            named = titles.title(session.number, session.kind)[lang]
            yield Findable(
                ref=Ref.of(session),
                lang=lang,
                title=f"{named}, {pick(session.body.name, lang)[0]}",
                body=" ".join(pick(words, lang)[0] for words in (session.place, *(p.title for p in points))),
                kind="sessions.session",
                day=session.day,
                audiences=frozenset(seen),
            )
