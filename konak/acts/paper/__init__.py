"""Printed acts: PDF/A and PDF/UA with the Akoma Ntoso source inside, made from the tree and nothing else."""

from konak import lex
from konak.acts import queries
from konak.acts.models import Act, Text
from konak.kernel.norms import on
from konak.kernel.ui.paper import Attachment, render

DRAFT = {"mk": "НАЦРТ, верзија {number}", "sq": "DRAFT, versioni {number}"}


def act(act: Act, text: Text) -> bytes:
    """One text of an act on A4; a draft says that it is one. The same text gives the same bytes."""
    tree = queries.tree(text)
    town = on(act.adopted_on or act.drafted_at.date())["acts.town"].value["name"]
    draft = DRAFT.get(text.lang, DRAFT["mk"]).format(number=text.number) if text.stage == "draft" else ""
    return render(
        "acts/act.typ",
        {
            "title": " ".join(part for part in (tree.kind_text, tree.title) if part) or act.title["mk"],
            "lang": text.lang,
            "house": {"name": town},
            "number": act.number,
            "act": lex.as_data(tree),
            "draft": draft,
        },
        at=text.at,
        attachments={f"act.{text.lang}.xml": Attachment(text.xml.encode(), "application/akn+xml")},
    )
