"""Printed acts: PDF/A and PDF/UA with the Akoma Ntoso source inside, made from the tree and nothing else."""

from konak import lex
from konak.acts import queries
from konak.acts.models import Act, Text
from konak.kernel.norms import on
from konak.kernel.ui.paper import render


def act(act: Act, text: Text) -> bytes:
    """One text of an act on A4; a draft says that it is one. The same text gives the same pages."""
    tree = queries.tree(text)
    town = on(act.adopted_on or act.drafted_at.date())["acts.town"].value["name"]
    return render(
        "acts/act.typ",
        {
            "act": lex.as_data(tree),
            "lang": text.lang,
            "draft": text.stage == "draft",
            "town": town,
            "number": act.number,
            "sha256": text.sha256,
            "title": " ".join(part for part in (tree.kind_text, tree.title) if part) or act.title["mk"],
        },
        standards=("a-3a", "ua-1"),
        attachments={f"act.{text.lang}.xml": text.xml.encode()},
    )
