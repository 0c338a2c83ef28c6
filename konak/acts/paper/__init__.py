"""Printed acts: PDF/A and PDF/UA with the Akoma Ntoso source inside, made from the tree and nothing else."""

from datetime import datetime

from django.utils import translation

from konak import lex
from konak.acts import opinions, queries
from konak.acts.consolidation import Version
from konak.acts.models import Act, Opinion, Text
from konak.acts.preview import Preview
from konak.kernel.clock import ZONE
from konak.kernel.i18n import LANGUAGE_WORDS, day_digits, pick, spelled
from konak.kernel.norms import on
from konak.kernel.org import title_of
from konak.kernel.ui.paper import Attachment, render

CONSOLIDATED = {
    "mk": "ПРЕЧИСТЕН ТЕКСТ, важи од {day}; не е изворник",
    "sq": "TEKST I SPASTRUAR, vlen nga {day}; nuk është origjinal",
}
IF_ADOPTED = {
    "mk": {
        "mark": "РАБОТЕН ТЕКСТ, не е службен",
        "text": "Текст ако се донесе",
        "redline": "Што се менува",
        "from": "Според",
        "version": "нацрт, верзија {number}",
        "gathered": "собрани измени, сѐ уште без верзија на нацртот",
        "base": "Се менува",
        "day": "Изготвено на",
        "left": "Не влегле во овој текст:",
        "same": "Нема разлики.",
        "legend": "Новите зборови се подвлечени, избришаните се прецртани.",
    },
    "sq": {
        "mark": "TEKST PUNE, nuk është zyrtar",
        "text": "Teksti nëse miratohet",
        "redline": "Çka ndryshon",
        "from": "Sipas",
        "version": "drafti, versioni {number}",
        "gathered": "ndryshime të mbledhura, ende pa version të draftit",
        "base": "Ndryshohet",
        "day": "Përgatitur më",
        "left": "Nuk kanë hyrë në këtë tekst:",
        "same": "Nuk ka dallime.",
        "legend": "Fjalët e reja janë të nënvizuara, ato të shlyera janë të vijëzuara.",
    },
}
DRAFT = {"mk": "НАЦРТ, верзија {number}", "sq": "DRAFT, versioni {number}"}

OPINION: dict[str, dict[str, str]] = {
    "mk": {
        "opinion": "Мислење за законитост",
        "matter": "Вид на текст",
        "versions": "Дадено за",
        "asked": "Побарано",
        "asked_on": "{who}, {day}",
        "version": "верзија {number}",
        "from": "текст што важи од {day}",
        "original": "основниот текст",
        "letter": "текстот доставен со {number}",
        "questions": "Проверка",
        "question": "Прашање и правен основ",
        "answer": "Одговор",
        "remark": "Забелешка",
        "verdict": "Мислење",
        "yes": "да",
        "no": "не",
    },
    "sq": {
        "opinion": "Mendim për ligjshmërinë",
        "matter": "Lloji i tekstit",
        "versions": "Dhënë për",
        "asked": "E kërkoi",
        "asked_on": "{who}, {day}",
        "version": "versioni {number}",
        "from": "teksti që vlen nga {day}",
        "original": "teksti bazë",
        "letter": "teksti i dorëzuar me {number}",
        "questions": "Verifikimi",
        "question": "Pyetja dhe baza juridike",
        "answer": "Përgjigja",
        "remark": "Vërejtja",
        "verdict": "Mendimi",
        "yes": "po",
        "no": "jo",
    },
}


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


def if_adopted(act: Act, preview: Preview, *, redline: bool, at: datetime) -> bytes:
    """What a draft makes of the act it amends: its whole text, or only what changes. Marked on every sheet as no
    official text, with the draft, its version and the day."""
    assert act.amends is not None
    lang, day = preview.lang, at.astimezone(ZONE).date()
    say = IF_ADOPTED.get(lang, IF_ADOPTED["mk"])
    version = say["version"].format(number=preview.text.number) if preview.text else say["gathered"]
    base = f"{pick(act.amends.title, lang)[0]} ({act.amends.number})"
    return render(
        "acts/if_adopted.typ",
        {
            "title": f"{say['redline' if redline else 'text']}: {pick(act.amends.title, lang)[0]}",
            "lang": lang,
            "house": {"name": on(day)["acts.town"].value["name"]},
            "number": say["mark"],
            "say": say,
            "heading": say["redline" if redline else "text"],
            "facts": [
                (say["from"], f"{pick(act.title, lang)[0]} – {version}"),
                (say["base"], base),
                (say["day"], day_digits(day)),
            ],
            "act": None if redline else lex.as_data(preview.new),
            "changes": [{"place": one.place, "runs": one.runs} for one in preview.changes],
            "left": [f"„{one.text}“ {pick(one.why, lang)[0]}" for one in preview.left],
        },
        at=at,
    )


def opinion(opinion: Opinion, lang: str) -> bytes:
    """A given opinion on A4 with its headings in one language; what was written stays in its own. Signed by hand
    over the line, or digitally. The same opinion gives the same bytes."""
    assert opinion.document is not None
    assert opinion.given_at is not None
    day = opinion.document.day
    say = OPINION.get(lang, OPINION["mk"])
    with translation.override(lang):
        matter, verdict = str(opinion.get_matter_display()), str(opinion.get_verdict_display())
    office = title_of(opinion.given_by_id or 0, day)
    return render(
        "acts/opinion.typ",
        {
            "title": f"{opinion} {say['opinion']}",
            "lang": lang,
            "written": opinion.lang,
            "house": {"name": on(day)["acts.town"].value["name"]},
            "number": str(opinion),
            "day": day,
            "say": say,
            "on": opinion.title,
            "matter": matter,
            "verdict": verdict,
            "versions": _versions(opinion, lang, say),
            "asked": say["asked_on"].format(
                who=spelled(str(opinion.asked_by or ""), lang),
                day=day_digits(opinion.asked_at.astimezone(ZONE)),
            ),
            "checks": [
                {
                    "question": pick(row["question"], lang)[0],
                    "basis": pick(row["basis"], lang)[0],
                    "answer": say[row["answer"]],
                    "remark": row["remark"],
                }
                for row in opinion.checks
            ],
            "body": [part.strip() for part in opinion.text.split("\n\n") if part.strip()],
            "office": office,
            "giver": spelled(str(opinion.given_by or ""), lang),
        },
        at=opinion.given_at,
    )


def _versions(opinion: Opinion, lang: str, say: dict[str, str]) -> str:
    """On which text: its versions, the day from which it is in force, or the letter it came with."""
    if opinion.letter is not None:
        return say["letter"].format(number=opinion.letter.number)
    if opinion.matter == "draft":
        said = {one: say["version"].format(number=number) for one, number in opinion.texts.items()}
    else:
        said = {
            one: say["from"].format(day=day_digits(day)) if day else say["original"]
            for one, day in opinions.days_of(opinion).items()
        }
    return "; ".join(f"{LANGUAGE_WORDS.get(one, {}).get(lang, one)}: {words}" for one, words in said.items())


def note(lang: str, version: Version) -> str:
    """What stands over a consolidated text."""
    return CONSOLIDATED.get(lang, CONSOLIDATED["mk"]).format(day=day_digits(version.day))
