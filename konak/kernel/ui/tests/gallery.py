"""Every part of a page on two pages of a made-up house; only tests mount these addresses."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import path
from django.utils import translation

from konak.kernel.errors import Reason, Refused
from konak.kernel.i18n.forms import WordsFormField
from konak.kernel.ui import frame, navigation
from konak.kernel.ui.forms import DayField, Form
from konak.kernel.ui.lists import Head

HERE = Path(__file__).parent
WORDS = {
    "mk": {
        "title": "Барање за поставување летна тераса на ул. „Иво Лола Рибар“",
        "kind": "Предмет",
        "subject": "Предмет",
        "day": "Датум на испраќачот",
        "unit": "Одделение",
        "way": "Начин на прием",
        "urgent": "Итно е",
        "scan": "Скен",
        "note": "Забелешка",
        "name": "Назив",
        "book": "Деловодник",
        "number": "Број",
        "from": "Испраќач",
        "due": "Рок",
        "state": "Состојба",
        "open": "отворен",
        "force": "во сила",
        "late": "задоцнето",
        "soon": "уште 2 дена",
        "done": "завршено",
        "register": "Заведи",
        "shape": "Распореди",
        "void": "Поништи",
        "empty": "Тука стојат предметите што чекаат на вас.",
        "first": "Заведете ја првата пошта.",
        "quorum": "Нема кворум: присутни се 15 од 31, потребни се 16.",
        "law": "член 41 од Законот за локалната самоуправа",
        "way_out": "Евидентирајте присуство или одложете ја седницата.",
        "post": "Пошта",
        "counter": "Шалтер",
        "given": "Заведено под број",
        "article": "Член",
        "text": "Јавните површини се користат на начин со кој не се попречува движењето на пешаците.",
        "received": "Барањето е примено",
        "published": "Одлуката е објавена во Службен гласник",
    },
    "sq": {
        "title": "Kërkesë për vendosjen e tarracës verore në rr. „Ivo Lolla Ribar“",
        "kind": "Lënda",
        "subject": "Lënda",
        "day": "Data e dërguesit",
        "unit": "Njësia",
        "way": "Mënyra e pranimit",
        "urgent": "Është urgjente",
        "scan": "Skanimi",
        "note": "Vërejtje",
        "name": "Emërtimi",
        "book": "Libri i protokollit",
        "number": "Numri",
        "from": "Dërguesi",
        "due": "Afati",
        "state": "Gjendja",
        "open": "e hapur",
        "force": "në fuqi",
        "late": "me vonesë",
        "soon": "edhe 2 ditë",
        "done": "e kryer",
        "register": "Protokollo",
        "shape": "Shpërndaj",
        "void": "Anulo",
        "empty": "Këtu qëndrojnë lëndët që ju presin.",
        "first": "Protokolloni postën e parë.",
        "quorum": "Nuk ka kuorum: të pranishëm janë 15 nga 31, nevojiten 16.",
        "law": "neni 41 i Ligjit për vetëqeverisje lokale",
        "way_out": "Evidentoni praninë ose shtyjeni mbledhjen.",
        "post": "Posta",
        "counter": "Sporteli",
        "given": "U protokollua me numër",
        "article": "Neni",
        "text": "Sipërfaqet publike shfrytëzohen në mënyrë që të mos pengohet lëvizja e këmbësorëve.",
        "received": "Kërkesa u pranua",
        "published": "Vendimi u shpall në Gazetën zyrtare",
    },
}


@dataclass(frozen=True)
class Clerk:
    """Who looks at the gallery."""

    name: str = "Јана Примерова"
    roles: frozenset[str] = frozenset({"registrar"})


class Letter(Form):
    subject = forms.CharField()
    day = DayField()
    unit = forms.ChoiceField()
    way = forms.ChoiceField(widget=forms.RadioSelect)
    copies = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, required=False)
    urgent = forms.BooleanField(required=False)
    scan = forms.FileField(required=False)
    note = forms.CharField(widget=forms.Textarea, required=False)
    name = WordsFormField(needed=("mk", "sq"))

    def __init__(self, said: dict[str, str], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("1", said["post"]), ("2", said["counter"])]
        for name in ("unit", "way", "copies"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            field.label = said.get(name, said["unit"])


def refused_letter(said: dict[str, str]) -> Letter:
    """A whole letter whose deed was refused for two reasons."""
    data = {
        "subject": "x", "day": "13.10.2026", "unit": "1", "way": "1", "name_mk": "А", "name_sq": "A",
        "version": "3", "key": "k",
    }  # fmt: skip
    form = Letter(said, data, {"scan": SimpleUploadedFile("s.pdf", b"%PDF")}, auto_id="refused_%s")
    assert form.is_valid(), form.errors
    form.refuse(
        Refused(
            Reason(said["quorum"], said["law"], said["way_out"]),
            Reason(said["text"], field="subject"),
            Reason(said["text"], field="way"),
        )
    )
    return form


def _context(lang: str) -> dict[str, Any]:
    said = WORDS[lang]
    rows = [
        {"number": f"08-{155 + n}/1", "from": "Здружение на пензионери", "title": said["title"]}
        for n in range(120)
    ]
    columns = [
        Head(label=said["number"], url="?sort=-number", sorted="up"),
        Head(label=said["subject"], url="?sort=subject"),
        Head(label=said["due"], numeric=True),
        Head(label=said["state"]),
    ]
    return {
        "said": said,
        "lang": lang,
        "letter": Letter(said, initial={"version": 3}),
        "wrong": Letter(said, {"day": "31.02.2026"}, auto_id="wrong_%s"),
        "refused": refused_letter(said),
        "page": Paginator(rows, 5).get_page(3),
        "columns": columns,
        "today": date(2026, 10, 13),
        "both": {"mk": WORDS["mk"]["title"], "sq": WORDS["sq"]["title"]},
        "tabs": [(said["subject"], "?tab=1", True), (said["note"], "?tab=2", False)],
        "crumbs": [(said["book"], "/"), ("2026", "/")],
    }


def show(request: HttpRequest, lang: str, page: str) -> HttpResponse:
    request.actor = Clerk()  # type: ignore[attr-defined]
    with translation.override(lang):
        template = engines["django"].from_string((HERE / "gallery" / f"{page}.html").read_text())
        return HttpResponse(template.render(_context(lang), request))


def nowhere(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/missing.html")


urlpatterns = [
    path("<str:lang>/gallery/<str:page>/", show, name="gallery"),
    path("office/", nowhere, name="today"),
    path("office/registry/", nowhere, name="registry"),
    path("office/search/", nowhere, name="search"),
    path("office/notices/", nowhere, name="notices"),
    path("office/me/", nowhere, name="me"),
    path("office/out/", nowhere, name="out"),
]


def furnish(monkeypatch: Any) -> None:
    """The frame of the made-up house, for as long as a test lasts."""
    town = frame.Town(
        names={"mk": "Општина Примерово", "sq": "Komuna e Shembullit"},
        contacts={
            "mk": "Плоштад 1, Примерово\nтел. 031 000 000",
            "sq": "Sheshi 1, Shembull\ntel. 031 000 000",
        },
        duties=(("ЗСПИ", "/"), ("e-mail", "/")),
    )
    monkeypatch.setattr(frame, "_towns", [lambda: town])
    monkeypatch.setattr(frame, "_happenings", [lambda _: frame.Happening(text="57", url="/")])
    monkeypatch.setattr(frame, "_menus", [lambda _: (("Акти", "/mk/acts/"), ("Galeria", "/sq/gallery/"))])
    monkeypatch.setattr(frame, "_counts", [lambda _: 3])
    names = {"today": "today", "search": "search", "notices": "notices", "me": "me", "sign_out": "out"}
    monkeypatch.setattr(frame, "_places", names)
    rooms = (
        navigation.Room(label="Денес", url_name="today", waiting=lambda _: 7, order=1),
        navigation.Room(label="Писарница", url_name="registry", roles=frozenset({"registrar"})),
        navigation.Room(label="Акти", url_name="search", roles=frozenset({"lawyer"})),
    )
    monkeypatch.setattr(navigation, "_rooms", {room.url_name: room for room in rooms})
    new = navigation.Beginning(label="Заведи пошта", url_name="registry")
    monkeypatch.setattr(navigation, "_beginnings", {"registry": new})
