"""Printed acts: PDF/A and PDF/UA with the Akoma Ntoso source inside, made from the tree and nothing else."""

from konak import lex
from konak.acts import queries
from konak.acts.consolidation import Version
from konak.acts.models import Act, Text
from konak.kernel.i18n import day_digits
from konak.kernel.norms import on
from konak.kernel.ui.paper import Attachment, render

CONSOLIDATED = {
    "mk": "ПРЕЧИСТЕН ТЕКСТ, важи од {day}; не е изворник",
    "sq": "TEKST I SPASTRUAR, vlen nga {day}; nuk është origjinal",
}
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


def version(act: Act, lang: str, version: Version) -> bytes:
    """The consolidated text of a day on A4; it says that it is no original and from which day it counts."""
    tree = version.tree
    town = on(act.adopted_on or act.drafted_at.date())["acts.town"].value["name"]
    assert version.row is not None
    return render(
        "acts/act.typ",
        {
            "title": " ".join(part for part in (tree.kind_text, tree.title) if part) or act.title["mk"],
            "lang": lang,
            "house": {"name": town},
            "number": act.number,
            "act": lex.as_data(tree),
            "draft": note(lang, version),
        },
        at=version.row.at,
        attachments={f"act.{lang}.xml": Attachment(version.xml.encode(), "application/akn+xml")},
    )


def note(lang: str, version: Version) -> str:
    """What stands over a consolidated text."""
    return CONSOLIDATED.get(lang, CONSOLIDATED["mk"]).format(day=day_digits(version.day))
