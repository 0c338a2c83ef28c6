"""The journal's seal with the house's key: each day closed in the night, verified whenever somebody asks."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from konak.kernel import files
from konak.kernel.i18n import day_words
from konak.kernel.journal.sealing import Block, Findings, close_block, keep_file, open_days, verify
from konak.kernel.norms import on
from konak.kernel.signing import HouseSeal, house_seal
from konak.kernel.ui.paper import render

SAID = {
    "title": {"mk": "Дневник на работењето: запечатен ден", "sq": "Ditari i punës: dita e vulosur"},
    "block": {"mk": "Блок", "sq": "Blloku"},
    "count": {"mk": "Записи", "sq": "Shënime"},
    "closed": {"mk": "Запечатено", "sq": "Vulosur më"},
    "seal": {"mk": "Со печат", "sq": "Me vulën"},
    "digest": {"mk": "Отпечаток на денот", "sq": "Gjurma e ditës"},
    "root": {"mk": "Корен на записите", "sq": "Rrënja e shënimeve"},
    "previous": {"mk": "Отпечаток на претходниот блок", "sq": "Gjurma e bllokut të mëparshëm"},
    "keep": {
        "mk": "Чувајте ја оваа страница надвор од системот. Ако отпечатокот што го покажува системот некогаш се"
        " разликува од овој, записите од тој ден се менувани.",
        "sq": "Ruajeni këtë faqe jashtë sistemit. Nëse gjurma që tregon sistemi ndonjëherë dallon nga kjo, shënimet e"
        " asaj dite janë ndryshuar.",
    },
}


def folder() -> Path:
    """Where blocks are kept outside the database; a copy elsewhere is what makes it outside the house too."""
    return Path(settings.VAR) / "seals"


def close(until: date, at: datetime) -> list[Block]:
    """Seal what is not sealed yet up to the end of the day, each day as a block of its own with its page."""
    days = open_days(until)
    closed = [close_block(folder(), HouseSeal(), day=day, at=at) for day in days]
    for block in Block.objects.order_by("number"):  # also a page that a crash left out
        if not _page_of(block).exists():
            keep_file(_page_of(block), page(block))
    return [block for block in closed if block]


def _page_of(block: Block) -> Path:
    return folder() / f"{block.number:06}.pdf"


def page(block: Block) -> bytes:
    """The day on paper, in both languages: what the archive keeps beside the files."""
    town = on(block.day)["town.name"].value
    data = {
        "title": f"{SAID['title']['mk']} / {SAID['title']['sq']}",
        "lang": "mk",
        "house": {"name": town},
        "number": str(block.number),
        "day": block.day,
        "say": {lang: {key: words[lang] for key, words in SAID.items()} for lang in ("mk", "sq")},
        "days": {lang: day_words(block.day, lang) for lang in ("mk", "sq")},
        "count": block.count,
        "seal": house_seal().name,
        "digest": block.digest,
        "root": block.root,
        "previous": block.previous,
    }
    return render("house/day.typ", data, at=block.closed_at)


def examine() -> tuple[Findings, list[str]]:
    """The journal against its kept seals, and every kept file against its hash (sentences about damaged ones)."""
    return verify(folder(), HouseSeal()), [str(trouble) for trouble in files.audit()]
