"""What the acts do when something happened."""

from konak.acts.citing import tell
from konak.acts.facts import ActPublished, ActRejected, TextConsolidated, TextFixed, TextWritten
from konak.kernel.journal import Entry, listener


@listener(TextWritten, TextFixed, ActPublished, ActRejected, TextConsolidated, name="acts.cites")
def cites(
    told: TextWritten | TextFixed | ActPublished | ActRejected | TextConsolidated, entry: Entry
) -> None:
    """The law watch hears what the new text cites."""
    tell(told.subject.id)
