"""What the sessions hold on to in other rooms."""

from konak.registry.office import rests_on_documents
from konak.sessions.models import Session
from konak.sessions.titles import title

rests_on_documents(Session, "decision", name=lambda session: title(session.number, session.kind))
