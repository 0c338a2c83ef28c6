"""The staff door of acts."""

from konak.acts.actions.adopting import adopt, decide, reject
from konak.acts.actions.beginning import begin_text
from konak.acts.actions.changing import add_changes, drop_change, write_decision
from konak.acts.actions.commenting import answer, comment, settle_comment
from konak.acts.actions.consolidating import Answer, amend, settle
from konak.acts.actions.drafting import (
    ask_opinion,
    draft_from,
    give_opinion,
    propose,
    write_text,
    write_texts,
)
from konak.acts.actions.provisions import shape, write_provision
from konak.acts.actions.publishing import (
    entry_into_force,
    fix_text,
    mark_published,
    promulgate,
    sign_digitally,
    sign_on_paper,
    withhold,
)
from konak.acts.consolidation import foreseen, open_sentences, versions
from konak.acts.models import Act, Body, Opinion, Original, Proposer, Relation, Scope, Text, View, Way
from konak.acts.paper import act as paper
from konak.acts.queries import (
    fixed_texts,
    kinds,
    originals,
    proposed,
    publication_act,
    standing,
    texts,
    to_publish,
    tree,
    visible,
)

__all__ = [
    "Act",
    "Answer",
    "Body",
    "Opinion",
    "Original",
    "Proposer",
    "Relation",
    "Scope",
    "Text",
    "View",
    "Way",
    "add_changes",
    "adopt",
    "amend",
    "answer",
    "ask_opinion",
    "begin_text",
    "comment",
    "decide",
    "draft_from",
    "drop_change",
    "entry_into_force",
    "fix_text",
    "fixed_texts",
    "foreseen",
    "give_opinion",
    "kinds",
    "mark_published",
    "open_sentences",
    "originals",
    "paper",
    "promulgate",
    "propose",
    "proposed",
    "publication_act",
    "reject",
    "settle",
    "settle_comment",
    "shape",
    "sign_digitally",
    "sign_on_paper",
    "standing",
    "texts",
    "to_publish",
    "tree",
    "versions",
    "visible",
    "withhold",
    "write_decision",
    "write_provision",
    "write_text",
    "write_texts",
]
