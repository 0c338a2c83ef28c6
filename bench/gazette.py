"""A bilingual issue of 30 different acts with tables, about 100 pages: made, and sealed with time-stamp.

Run in a house with a database (norms are read); nothing is written to it.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from statistics import median

from bench.measure import Figure, loop, timed
from konak import lex
from konak.acts.office import Act, Text
from konak.gazette import paper
from konak.gazette.models import Entry, Issue
from konak.gazette.queries import Piece
from konak.kernel.signing import seal_pdf
from konak.lex import akn
from konak.registry.office import Case, Document

DAY = date(2026, 9, 30)
AT = datetime(2026, 9, 30, 8, 0, tzinfo=UTC)
ACTS, ARTICLES, ROWS = 30, 4, 9

WORDS = {
    "mk": {
        "preamble": "Врз основа на член 36 став 1 точка 15 од Законот за локалната самоуправа („Службен весник на"
        " Република Македонија“ бр. 5/2002), Советот на Општина Куманово, на седницата одржана на 24.09.2026"
        " година, донесе",
        "kind": "О Д Л У К А",
        "title": "за надоместок број {n} за користење на јавни површини",
        "article": "Член {a}",
        "text": "Со овој член, број {n}.{a}, се уредуваат условите, начинот и постапката за користење на јавните"
        " површини, како и обврските на корисниците кон Општина Куманово во текот на целата календарска година.",
        "head": "Реден број | Опис на површината | Износ во денари",
        "row": "{r} | Површина {n}-{r} во централното подрачје на градот | {sum}",
        "closing": "Број 08-{n}/3\t\tПРЕТСЕДАТЕЛ\n24.09.2026 година\t\tна Советот на Општина Куманово"
        "\nКуманово\t\tМилена Ристовска",
    },
    "sq": {
        "preamble": "Në bazë të nenit 36 paragrafi 1 pika 15 të Ligjit për vetëqeverisje lokale („Gazeta zyrtare e"
        " Republikës së Maqedonisë“ nr. 5/2002), Këshilli i Komunës së Kumanovës, në mbledhjen e mbajtur më"
        " 24.09.2026, solli",
        "kind": "V E N D I M",
        "title": "për kompensimin numër {n} për shfrytëzimin e sipërfaqeve publike",
        "article": "Neni {a}",
        "text": "Me këtë nen, numër {n}.{a}, rregullohen kushtet, mënyra dhe procedura për shfrytëzimin e"
        " sipërfaqeve publike, si dhe detyrimet e shfrytëzuesve ndaj Komunës së Kumanovës gjatë tërë vitit.",
        "head": "Numri rendor | Përshkrimi i sipërfaqes | Shuma në denarë",
        "row": "{r} | Sipërfaqja {n}-{r} në zonën qendrore të qytetit | {sum}",
        "closing": "Numër 08-{n}/3\t\tKRYETARI\n24.09.2026\t\ti Këshillit të Komunës së Kumanovës"
        "\nKumanovë\t\tMilena Ristovska",
    },
}
PUBLICATION = {
    "mk": "Врз основа на член 50 став 1 точка 3 од Законот за локалната самоуправа („Службен весник на Република"
    " Македонија“ бр. 5/2002), градоначалникот на Општина Куманово донесе\n\nЗ А К Л У Ч О К\nза објавување на"
    " Одлуката број {n}\n\n1. Се објавува Одлуката бр. 08-{n}/3, донесена од Советот на Општина Куманово на 57-ма"
    " седница одржана на 24.09.2026 година.\n\n2. Заклучокот влегува во сила со денот на донесувањето.\n",
    "sq": "Në bazë të nenit 50 paragrafi 1 pika 3 të Ligjit për vetëqeverisje lokale („Gazeta zyrtare e Republikës"
    " së Maqedonisë“ nr. 5/2002), kryetari i Komunës së Kumanovës solli\n\nK O N K L U Z I O N\npër shpalljen e"
    " Vendimit numër {n}\n\n1. Shpallet Vendimi nr. 08-{n}/3, i miratuar nga Këshilli i Komunës së Kumanovës në"
    " mbledhjen e 57-të të mbajtur më 24.09.2026.\n\n2. Konkluzioni hyn në fuqi ditën e miratimit.\n",
}  # fmt: skip


def figures() -> list[Figure]:
    """Seconds to make the issue, and to make and seal it. Each run prints other words: the engine remembers
    what it has set before."""
    issues = [an_issue(start) for start in range(1, 8 * ACTS, ACTS)]
    pages = _pages(_made(*issues.pop()))
    made = [_seconds(partial(_made, *one)) for one in issues[:3]]
    sealed = [_seconds(partial(_sealed, *one)) for one in issues[3:6]]
    floor = f"fixed loop {loop():.2f} s"
    what = f"gazette, {ACTS} acts in two languages with tables, {pages} pages"
    return [
        Figure(f"{what}: PDF", median(made), 2, "s", floor=floor),
        Figure(f"{what}: PDF made and sealed", median(sealed), 3, "s", floor=floor),
    ]


def _made(issue: Issue, held: list[Piece]) -> bytes:
    return paper.made(issue, held, at=AT)


def _sealed(issue: Issue, held: list[Piece]) -> bytes:
    return seal_pdf(_made(issue, held), at=AT, reason=issue.label["mk"])


def _seconds(work: Callable[[], object]) -> float:
    (found,) = timed(work, times=1, warm=0)
    return found


def an_issue(start: int = 1) -> tuple[Issue, list[Piece]]:
    """An issue that stands in no table; its acts bear the numbers from `start`."""
    issue = Issue(
        number=12,
        year=2026,
        row=2026,
        day=DAY,
        year_of=31,
        title={"mk": "Службен гласник на Општина Куманово", "sq": "Gazeta zyrtare e Komunës së Kumanovës"},
        document=Document(number="08-900/1", case=Case(prefix="08", basic=900)),
        state="published",
    )
    keys = count(1)
    held = []
    for position, n in enumerate(range(start, start + ACTS), start=1):
        entry = Entry(issue=issue, position=position)
        entry.act, entry.publication = Act(number=f"08-{n}/3"), Act(number=f"08-{n + 4000}/1")
        texts = {lang: _text(lang, an_act(lang, n), f"08-{n}/3", next(keys)) for lang in WORDS}
        orders = {
            lang: _text(lang, PUBLICATION[lang].format(n=n), f"08-{n + 4000}/1", next(keys)) for lang in WORDS
        }
        held.append(Piece(entry, texts, orders))
    return issue, held


def an_act(lang: str, n: int) -> str:
    """The words of an act: no two are the same; a table stands in the second article."""
    words = WORDS[lang]
    lines = [words["preamble"], "", words["kind"], words["title"].format(n=n), ""]
    for a in range(1, ARTICLES + 1):
        lines += [words["article"].format(a=a), *[words["text"].format(n=n, a=a)] * 2, ""]
        if a % 3 == 2:
            rows = (
                words["row"].format(r=r, n=n, sum=f"{(n * 37 + r * a * 113) % 9000 + 500}")
                for r in range(1, ROWS)
            )
            lines += [words["head"], *rows, ""]
    return "\n".join([*lines, words["closing"].format(n=n)])


def _text(lang: str, words: str, number: str, pk: int) -> Text:
    tree = lex.read(words, lang)
    meta = akn.Meta(
        locality="kumanovo",
        number=number,
        adopted=date(2026, 9, 24),
        name=number,
        author="council",
        version=DAY,
    )
    return Text(pk=pk, lang=lang, xml=akn.write(tree, meta).decode(), sha256=f"{pk:064}")


def _pages(pdf: bytes) -> int:
    import io

    import pikepdf

    return len(pikepdf.open(io.BytesIO(pdf)).pages)
