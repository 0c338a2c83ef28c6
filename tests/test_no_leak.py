"""A stranger walks the whole street: every link answers, and nothing that is not public is anywhere to be read."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from urllib.parse import parse_qsl, quote, urldefrag, urljoin, urlsplit

import pytest
from django.test import Client

from konak.acts import models as acts
from konak.contacts.models import Party
from konak.kernel.i18n import fold
from konak.kernel.org.models import Community, DeclaredCommunity
from konak.registry import models as registry
from konak.sessions import models as sessions

HOST = "http://testserver"
LINK = re.compile(
    r'(?:href|src|action)="([^"]+)"|<(?:loc|id)>([^<]+)<|"(?:url|html|pdf|xml|text|next)": *"([^"]+)"'
)
FOLLOWED = ("text/html", "application/atom+xml", "application/json", "text/plain")
MEANT = {("maqedonase", "/sq/about/")}  # a language of the town, nobody's community
TRIES = 600
SEARCHES = (
    "urbana oprema",
    "ноемвриска награда",
    "значајни настани",
    "Çelebiu",
    "08-23/3",
    "09-24",
    "одлука",
    "зимска служба",
)


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONAK_CLOCK", "2026-10-13T20:00")


def links(address: str, text: str) -> Iterator[str]:
    """Addresses of this house that a page names; the office's own door is not the street."""
    for found in LINK.findall(text):
        where = urlsplit(urljoin(HOST + address, unescape(next(filter(None, found)))))
        if where.scheme.startswith("http") and where.hostname in ("testserver", "localhost", "127.0.0.1"):
            there = where.path + (f"?{where.query}" if where.query else "")
            if not there.startswith(("/office/", "/static/")):
                yield urldefrag(there).url


def street() -> dict[str, str]:
    """Address → what a stranger reads there, of everything that can be reached from the two front pages."""
    client = Client()
    waiting = ["/mk/", "/sq/", "/robots.txt", "/sitemap.xml", "/api/acts.json"]
    waiting += [f"/{lang}/search/?q={quote(words)}" for lang in ("mk", "sq") for words in SEARCHES]
    read: dict[str, str] = {}
    while waiting:
        address = waiting.pop()
        if address in read:
            continue
        assert len(read) < TRIES, f"the street has no end: {list(read)[-20:]}"
        response = client.get(address)
        if response.status_code in (301, 302):
            read[address] = ""
            waiting.append(response["Location"])
            continue
        assert response.status_code == 200, f"{address} answers {response.status_code}"
        content = b"".join(response) if response.streaming else response.content
        media = response["Content-Type"].split(";")[0]
        text = content.decode("utf-8", "replace") if media != "application/pdf" else words_of(content)
        read[address] = text
        if (media in FOLLOWED and not address.endswith(".xml")) or address == "/sitemap.xml":
            waiting += links(address, text)  # references inside the Akoma Ntoso of an act are no addresses
    return read


def words_of(pdf: bytes) -> str:
    """The words of a PDF; of one that cannot be read by machine here, its bytes."""
    import shutil
    import subprocess

    if not shutil.which("pdftotext"):
        return pdf.decode("latin-1")
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.slow
def test_nothing_that_is_not_public_stands_on_the_street(town: date) -> None:
    read = street()
    kinds = (
        *("/mk/acts/", "/sq/acts/", "/mk/sessions/", "/sq/gazette/", "/mk/search/", "/sq/receipt/"),
        *("/mk/acts.atom", "/sq/gazette.atom", "/api/acts/", ".xml", ".txt", ".pdf", "/sitemap.xml"),
    )
    assert [kind for kind in kinds if not any(kind in address for address in read)] == []
    whole = {address: fold(unescape(text)) for address, text in read.items()}
    leaks = [
        (what, address, secret)
        for what, secrets in hidden().items()
        for secret in secrets
        for address, text in whole.items()
        if fold(secret) in text and secret not in asked(address) and (secret, address) not in MEANT
    ]
    assert leaks == []


def asked(address: str) -> str:
    """What the stranger typed, which a page may repeat."""
    return " ".join(value for _, value in parse_qsl(urlsplit(address).query))


def lines(published: bool) -> set[str]:
    """The longer lines of the texts of acts that are published, or are not; many are the same formula."""
    texts = acts.Text.objects.exclude(act__published_on__isnull=published)
    return {line.strip() for text in texts for line in re.findall(r">([^<]{40,})<", text.xml)}


def hidden() -> dict[str, set[str]]:
    """What a stranger may not read, by kind; each kind has something in the sample town."""
    drafts = acts.Act.objects.filter(state="draft")
    public = acts.Act.objects.filter(published_on__isnull=False)
    prepared = sessions.Session.objects.filter(state="draft")
    letters = registry.Document.objects.filter(direction__in=("incoming", "outgoing"))
    found = {
        "title of a draft": {title for act in drafts for title in act.title.values()},
        "day, place or point of a session in preparation": {
            words
            for session in prepared
            for words in (
                session.day.isoformat(),
                *session.place.values(),
                *(title for item in session.items.all() for title in item.title.values()),
            )
        },
        "address of a session in preparation": {f"/sessions/{session.pk}/" for session in prepared},
        "words of a draft": lines(False) - lines(True),
        "number of a proposal or opinion": set(
            acts.Act.objects.exclude(published_on__isnull=False)
            .filter(proposal__isnull=False)
            .values_list("proposal__number", flat=True)
        ),
        "words of an opinion that is written or given": {
            part
            for text in (
                *acts.Sketch.objects.values_list("text", flat=True),
                *acts.Opinion.objects.exclude(text="").values_list("text", flat=True),
                *(check["remark"] for opinion in acts.Opinion.objects.all() for check in opinion.checks),
            )
            for part in text.split("\n")
            if part
        },
        "who proofreads": set(
            acts.LanguageStep.objects.exclude(outsider="").values_list("outsider", flat=True)
        ),
        "name of a correspondent": set(Party.objects.filter(kind="person").values_list("name", flat=True))
        | set(Party.objects.exclude(kind="institution").values_list("name", flat=True)),
        "address or mail of a correspondent": {
            line for party in Party.objects.all() for line in (party.address, party.email) if line
        },
        "subject of a letter": {letter.subject for letter in letters if len(letter.subject) > 20},
        "receipt of a letter": {letter.receipt for letter in letters if letter.receipt},
        "number of a letter no act came from": set(
            letters.exclude(case__in=public.values("case")).values_list("number", flat=True)
        ),
        "community of a councillor": {
            name
            for community in Community.objects.filter(pk__in=DeclaredCommunity.objects.values("community"))
            for name in community.name.values()
            if len(name) > 5
        },
    }
    assert [kind for kind, secrets in found.items() if not secrets] == []
    return found
