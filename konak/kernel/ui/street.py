"""Public pages: the language stands first in the address and decides, whoever reads."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import register_converter
from django.urls.converters import StringConverter
from django.utils import translation

from konak.kernel.ui.views import Screen

LANGUAGES = ("mk", "sq")


class Tongue(StringConverter):
    """`<tongue:lang>` in an address: a language the public pages are in."""

    regex = "|".join(LANGUAGES)


register_converter(Tongue, "tongue")


class StreetView(Screen):
    """A page for anybody, in the language `lang` of its address. It never asks who reads."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 (Django's own form)

    @property
    def lang(self) -> str:
        return str(self.kwargs["lang"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        translation.activate(self.lang)
        request.LANGUAGE_CODE = self.lang
        return super().dispatch(request, *args, **kwargs)
