"""The same form twice, another under the same key, two clerks on one thing: over the screens, in both languages."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from konak.kernel.journal import Entry
from konak.kernel.people import Account
from konak.registry.models import Document

from .test_names import LETTER
from .test_urls import at_desk, morning

__all__ = ["morning"]

OTHER = {
    "registrar": ("Овој образец веќе е испратен, со друга содржина.", "пополнете го одново"),
    "registrar.sq": ("Ky formular tashmë është dërguar, me përmbajtje tjetër.", "plotësojeni nga fillimi"),
}


@pytest.mark.parametrize("login", OTHER)
def test_one_key_is_one_number_and_other_words_are_refused(town: date, login: str) -> None:
    counter: Any = at_desk(login)
    said = {**LETTER, "name": "Ѓорѓи Двојниот", "subject": "Молба", "key": f"два-{login}"}
    before = Document.objects.count(), Entry.objects.count()

    def send(**other: str) -> Any:
        scan = SimpleUploadedFile("скен.txt", other.pop("scan", "еден").encode())
        return counter.post("/office/registry/new/", {**said, **other, "files": scan})

    first, again = send(), send()
    assert (first.status_code, first["Location"]) == (302, again["Location"])
    after = Document.objects.count(), Entry.objects.count()
    assert after[0] == before[0] + 1
    for other in ({"subject": "Друга молба"}, {"name": "Друг"}, {"scan": "друг"}):
        answer = send(**other)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert all(sentence in page for sentence in OTHER[login]), other
        assert other.get("subject", "Молба") in page
    assert (Document.objects.count(), Entry.objects.count()) == after
    (fresh,) = set(
        re.findall(r'name="key" value="([^"]+)"', counter.get("/office/registry/new/").content.decode())
    )
    assert send(key=fresh).status_code == 302, "opened anew, it is another letter"
    assert Document.objects.count() == before[0] + 2


@pytest.mark.parametrize(
    ("language", "who"),
    [
        ("mk", r"Ѓурѓа Њаговска го измени ова додека ви беше отворено \(13\.10\.2026 \d\d:\d\d\):"),
        ("sq", r"Ѓурѓа Њаговска e ndryshoi këtë derisa e kishit hapur \(13\.10\.2026 \d\d:\d\d\):"),
    ],
)
def test_the_second_clerk_hears_who_did_what_and_when(town: date, language: str, who: str) -> None:
    address = "/office/registry/cases/23/route/"
    Account.objects.filter(username="head").update(language=language)
    first, second = at_desk("registrar"), at_desk("head")
    version = re.findall(r'name="version" value="(\d+)"', second.get(address).content.decode())[0]
    assert first.post(address, {"unit": "3", "version": version}).status_code == 302
    entries = Entry.objects.count()
    answer: Any = second.post(address, {"unit": "2", "due": "30.10.2026", "version": version})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(who, page)
    assert 'value="30.10.2026"' in page
    assert Entry.objects.count() == entries
    after = re.findall(r'name="version" value="(\d+)"', page)[0]
    assert int(after) == int(version) + 1
    done = second.post(address, {"unit": "2", "due": "30.10.2026", "version": after})
    assert done.status_code == 302, "seen and decided again"
