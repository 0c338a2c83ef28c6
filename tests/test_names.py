"""Names as people bear and type them, from the counter to the page, the lists, the search and the paper."""

import html
import shutil
import subprocess
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from konak.kernel.i18n import transliterate
from konak.kernel.journal import settle
from konak.registry.models import Document

from .test_urls import at_desk, morning

__all__ = ["morning"]

LONG = "Здружение на граѓани за заштита на Ѓеризот Џумајлија, Љубанци, Њива и Ѕвечан " * 2
# as typed, as it stands from then on, what another person would look for
NAMES = {
    "every Macedonian letter": (*2 * ["Ѓѓ Ќќ Ѕѕ Џџ Љљ Њњ Јј АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШ"], "gjgj"),
    "every Albanian letter": (*2 * ["Çç Ëë Xhxh Shsh Gjgj Njnj Rrrr Llll Zhzh Qq"], "Çç"),
    "all kinds of quotes": (*2 * ["Друштво „Вак’в“ \"Нил\" 'О''Нил' & Синови <b>Ѓ</b>"], "Vakv"),
    "a signature of script": (
        *2 * ["<script>alert(1)</script> {{ 7 }} {% now %} #set(x) $(id) \\u0416"],
        "alert",
    ),
    "as long as a page is wide": (LONG.strip()[:200], LONG.strip()[:200], "Џумајлија"),
    "one endless word": ("Ѓ" * 200, "Ѓ" * 200, "Ѓ" * 200),
    "unseen signs": ("Пет\u200bко\u202e\u00adв \x00\x07Ќи\ufeffро", "Петков Ќиро", "Petkov"),
    "letters of the other script": ("Cтојaн Мapкоcки", "Cтојaн Мapкоcки", "Стојан"),
    "letters in pieces": ("Г\u0301орг\u0301и К\u0301осев C\u0327ela E\u0308", "Ѓорѓи Ќосев Çela Ë", "Ѓорѓи"),
    "right to left and signs": ("أحمد 😀 Ωmega", "أحمد 😀 Ωmega", "Ωmega"),
}
# on paper what no font of ours has is written by its number, and lines of another direction end elsewhere
PRINTED = {"right to left and signs": "U+1F600"}
LETTER = {
    "kind": "organisation", "language": "mk", "mark": "0801", "unit": "3", "channel": "counter",
    "received_on": "13.10.2026",
}  # fmt: skip


def text_of(pdf: bytes) -> str:
    """The words of a PDF; where lines end is the paper's own affair."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(done.stdout.decode().replace("\u200b", "").split())


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_goes_the_whole_way(town: date, kind: str) -> None:
    typed, name, sought = NAMES[kind]
    counter: Any = at_desk("registrar")
    done = counter.post("/office/registry/new/", {**LETTER, "name": typed, "subject": f"Молба: {typed}"})
    assert done.status_code == 302, kind
    document = Document.objects.latest("id")
    assert (document.party_name, document.subject) == (name, f"Молба: {name}")
    settle()
    shown = html.escape(name).replace("&#x27;", "&#39;")
    for address in (f"documents/{document.pk}/", f"cases/{document.case_id}/", "", f"?text={quote(sought)}"):
        found = page(counter, f"/office/registry/{address}").replace("&#x27;", "&#39;")
        assert shown in found, address
        assert "<script>alert" not in found
        assert "<b>Ѓ" not in found
    for words in {sought, transliterate(sought)}:
        assert document.number in page(counter, f"/office/search/?q={quote(words)}"), words
    slip = text_of(counter.get(f"/office/registry/documents/{document.pk}/slip.pdf").content)
    assert "".join(PRINTED.get(kind, name).split()) in slip


def test_a_name_of_three_hundred_letters_is_refused_and_kept(town: date) -> None:
    name = ("Ѓорѓи " * 50).strip()
    for login, said in (("registrar", "Името е подолго од 200 букви."), ("registrar.sq", "200 shkronja")):
        answer: Any = at_desk(login).post("/office/registry/new/", {**LETTER, "name": name, "subject": "x"})
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert f'value="{name}"' in answer.content.decode()


def test_one_person_written_in_every_way_is_one_party(town: date) -> None:
    """Found again in either script, with look-alike letters, unseen signs and other capitals."""
    counter: Any = at_desk("registrar")
    for name in (
        "Ќиро Џуклески",
        "Kjiro Xhukleski",
        "КИРО ЏУКЛЕСКИ".replace("К", "Ќ", 1),
        "Ќиpo\u200b Џyклecки",
    ):
        done = counter.post("/office/registry/new/", {**LETTER, "name": name, "subject": "x"})
        assert done.status_code == 302, name
    parties = Document.objects.order_by("-id").values_list("party_id", flat=True)[:4]
    assert len(set(parties)) == 1
