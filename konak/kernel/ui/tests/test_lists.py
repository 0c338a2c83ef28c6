"""A list asks as many questions for three rows as for one, and keeps order, filters and pages."""

import re
from typing import Any, ClassVar

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.template import engines
from django.test import Client
from django.urls import path
from django.utils.safestring import SafeString

from konak.kernel.ui import parts
from konak.kernel.ui.components.tables import _as_cards
from konak.kernel.ui.lists import Column, Head
from konak.kernel.ui.views import ListView

PAGE = """{% load konak %}<h1>list</h1><div id="rows">{% part rows %}<ul>{% for thing in page %}
<li>{{ thing.model }}{% endfor %}</ul>{% pagination page=page %}{% endpart %}</div>
{% for head in columns %}[{{ head.url }} {{ head.sorted }}]{% endfor %}"""


class Kinds(ListView):
    template_name = "kinds"
    columns: ClassVar[tuple[Column, ...]] = (
        Column(key="name", label="Назив", order=("model",)),
        Column(key="note", label="Забелешка"),
    )
    sort = "name"
    per_page = 3

    def rows(self) -> QuerySet[ContentType]:
        return ContentType.objects.filter(model__startswith=self.request.GET.get("q", ""))


urlpatterns = [path("kinds/", Kinds.as_view())]


@pytest.fixture
def client(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Client:
    settings.ROOT_URLCONF = "konak.kernel.ui.tests.test_lists"
    template = engines["django"].from_string(PAGE)
    monkeypatch.setattr(parts, "get_template", lambda _: template)
    monkeypatch.setattr(
        parts,
        "render",
        lambda request, _, context, status: parts.HttpResponse(template.render(context, request)),
    )
    return Client()


@pytest.fixture
def kinds(db: None) -> None:
    ContentType.objects.all().delete()
    ContentType.objects.bulk_create(ContentType(app_label="zz", model=f"zz{n}") for n in range(7))


@pytest.mark.parametrize("prefix", ["zz1", "zz"])
def test_the_number_of_queries_is_fixed(
    client: Client, kinds: None, prefix: str, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(2):
        client.get("/kinds/", {"q": prefix})


def test_order_and_pages_keep_the_filter(client: Client, kinds: None) -> None:
    text = client.get("/kinds/", {"q": "zz", "sort": "-name", "page": "2"}).text
    assert [name for name in (f"zz{n}" for n in range(7)) if f"<li>{name}" in text] == ["zz1", "zz2", "zz3"]
    assert "[?q=zz&amp;sort=name down][ ]" in text
    assert '<a href="?q=zz&amp;sort=-name&amp;page=3" rel="next">' in text


def test_an_unknown_order_or_page_gives_the_list_as_it_is(client: Client, kinds: None) -> None:
    text = client.get("/kinds/", {"sort": "app_label; drop", "page": "999"}).text
    assert [name for name in (f"zz{n}" for n in range(7)) if f"<li>{name}" in text] == ["zz6"]


def test_htmx_gets_the_named_part_only(client: Client, kinds: None) -> None:
    whole = client.get("/kinds/")
    part = client.get("/kinds/", headers={"HX-Request": "true", "HX-Target": "rows"})
    other = client.get("/kinds/", headers={"HX-Request": "true", "HX-Target": "elsewhere"})
    assert "<h1>" in whole.text
    assert part.text.startswith("<ul>")
    assert "<h1>" not in part.text
    assert other.text == whole.text
    assert "HX-Target" in part["Vary"]


def test_on_a_phone_each_cell_says_its_column_unless_it_is_empty_or_says_itself() -> None:
    rows = (
        '<tr><th scope="row">08-1/1</th><td class="k-nowrap">13.10.2026</td><td></td><td>–</td>'
        '<td><span class="k-status k-status--good">разведен</span></td></tr>'
        '<tr><th scope="row">08-1/2</th><td>14.10.2026</td></tr>'
    )
    heads = [Head(label=name) for name in ("Број", "Датум <ден>", "Странка", "Рок", "Состојба")]
    said = _as_cards(SafeString(rows), heads)
    assert re.findall(r'<td data-label="([^"]*)"([^>]*)>([^<]*)', said) == [
        ("Датум &lt;ден&gt;", ' class="k-nowrap"', "13.10.2026"),
        ("Датум &lt;ден&gt;", "", "14.10.2026"),
    ]
    assert said.count("<td") == rows.count("<td")
    assert "<td></td><td data-none>–</td>" in said
