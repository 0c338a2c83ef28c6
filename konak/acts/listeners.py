"""What the acts do when something happened."""

from konak.acts.citing import tell
from konak.acts.facts import ActPublished, ActRejected, TextConsolidated, TextFixed, TextWritten
from konak.acts.models import Act, Opinion
from konak.kernel.journal import Entry, listener
from konak.registry.office import rests_on_documents


@listener(TextWritten, TextFixed, ActPublished, ActRejected, TextConsolidated, name="acts.cites")
def cites(
    told: TextWritten | TextFixed | ActPublished | ActRejected | TextConsolidated, entry: Entry
) -> None:
    """The law watch hears what the new text cites."""
    tell(told.subject.id)


rests_on_documents(Act, "letter", "proposal", "document", name=lambda act: act.title)
rests_on_documents(Opinion, "letter", "document", name=lambda opinion: opinion.title)
