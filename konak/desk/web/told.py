"""My notices: what I was told, newest first."""

from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from konak.kernel.clock import now
from konak.kernel.notices import Notice, mark_read, notices
from konak.kernel.ui import links
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import ListView


class NoticesView(ListView):
    """Every notice of mine. 2 queries of its own."""

    template_name = "desk/notices.html"
    columns: ClassVar[tuple[Column, ...]] = (
        Column(key="notice", label=_("Notice")),
        Column(key="at", label=_("When")),
        Column(key="state", label=_("State")),
    )

    def rows(self) -> QuerySet[Notice]:
        return notices(self.actor)

    def order(self) -> list[str]:
        return ["-at", "-id"]

    def show(self, context: dict[str, object], status: int = 200) -> HttpResponse:
        language = get_language() or "mk"
        lines = [
            (notice, notice.sentence(language), links.url(notice.ref) if notice.ref else "")
            for notice in context["page"]  # type: ignore[attr-defined]
        ]
        return super().show({**context, "lines": lines}, status)


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """I have read them all."""
    mark_read(request.actor, at=now())  # type: ignore[attr-defined]
    return HttpResponseRedirect(reverse("desk:notices"))
