"""What the script that keeps typed words hears: the same deed as the button, answered in a sentence."""

from collections.abc import Callable
from typing import Any

from django.http import JsonResponse
from django.utils.translation import gettext

from konak.acts import queries
from konak.kernel.clock import ZONE
from konak.kernel.errors import Refused


def autosaved(view: Any, form: Any, newer: Callable[[], bool]) -> JsonResponse:
    """Do the view's deed with the form. Kept: the moment, and the versions the form stands on now; 409 where
    somebody wrote meanwhile (`newer`), 422 where the words cannot be kept, each with the reason."""
    try:
        if form.is_valid():
            view.deed(form)
    except Refused as refused:
        form.refuse(refused)
    if form.errors:
        why = " ".join(dict.fromkeys(str(reason.text) for reason in form.reasons))
        return JsonResponse(
            {"said": gettext("Not kept: %(why)s") % {"why": why}}, status=409 if newer() else 422
        )
    numbers = {f"seen_{lang}": str(one.number) for lang, one in queries.texts(view.thing).items()}
    clock = f"{view.at.astimezone(ZONE):%H:%M}"
    return JsonResponse({"said": gettext("Kept at %(clock)s") % {"clock": clock}, "fields": numbers})
