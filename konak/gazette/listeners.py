"""What the gazette holds on to in other rooms."""

from konak.gazette.models import Issue
from konak.registry.office import rests_on_documents

rests_on_documents(Issue, "document", name=lambda issue: issue.label)
