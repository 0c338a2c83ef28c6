"""The versions of a text: who wrote each, when, and what it changed."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from konak import lex
from konak.acts import queries
from konak.acts.models import Act, Text
from konak.acts.shown import differing
from konak.acts.web.pages import OnAct, to_list
from konak.kernel.ui.views import Screen

COMPARED = 12  # of so many versions of each language the page says what they changed


class VersionsView(OnAct, Screen):
    """Every version with who, when and what, and the differences between any two of one language."""

    template_name = "acts/versions.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        act = self.act_of(pk)
        versions = queries.versions(act)
        lang = request.GET.get("lang", "")
        asked = [request.GET.get(name, "") for name in ("old", "new")]
        changes, pair = None, []
        if lang and all(one.isdigit() and len(one) < 9 for one in asked):
            rows = queries.versions_of(act, lang, [int(one) for one in asked])
            pair = [rows[int(one)] for one in asked if int(one) in rows]
            if len(pair) == 2:
                changes = differing(queries.tree(pair[0]), queries.tree(pair[1]))
        languages = queries.in_order({one.lang: one for one in versions}, act.drafted_at.date())
        return self.show(
            {
                "act": act,
                "by_language": [
                    (one, self.with_changes(act, one, [row for row in versions if row.lang == one]))
                    for one in languages
                ],
                "changes": changes,
                "pair": pair,
                "crumbs": [*to_list(), (act.title, reverse("acts:act", args=[pk]))],
            }
        )

    def with_changes(self, act: Act, lang: str, rows: list[Text]) -> list[tuple[Text, list[str]]]:
        """The newest versions with the provisions that each changed, the others alone; one query."""
        numbers = [row.number for row in rows[: COMPARED + 1]]
        trees = {number: queries.tree(row) for number, row in queries.versions_of(act, lang, numbers).items()}
        reader = get_language() or "mk"
        return [
            (row, _places(trees.get(row.number - 1), trees[row.number], reader))
            if row.number in trees
            else (row, [])
            for row in rows
        ]


def _places(before: lex.Act | None, after: lex.Act, reader: str) -> list[str]:
    if before is None:
        return []
    paths = [change.path for change in lex.diff(before, after)]
    return list(dict.fromkeys(lex.cite(path, reader) for path in paths))
