"""Answers that say when they changed: whoever asks with the ETag or the time gets only what is new."""

import hashlib
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, JsonResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from konak.gazette import public as gazette


def answer(
    request: HttpRequest, body: bytes, media_type: str, *, changed: datetime | None, lang: str = ""
) -> HttpResponseBase:
    """200 with ETag and Last-Modified, or 304. Anybody's page may read it."""
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    seconds = int(changed.timestamp()) if changed else None
    full = HttpResponse(body, content_type=media_type)
    response = get_conditional_response(request, etag=etag, last_modified=seconds, response=full) or full
    response["ETag"] = etag
    if seconds is not None:
        response["Last-Modified"] = http_date(seconds)
    if lang:
        response["Content-Language"] = lang
    response["Access-Control-Allow-Origin"] = "*"
    return response


def as_json(request: HttpRequest, data: dict[str, Any], *, changed: datetime | None) -> HttpResponseBase:
    """JSON in plain letters, not in escapes."""
    body = JsonResponse(
        data, DjangoJSONEncoder, json_dumps_params={"ensure_ascii": False, "indent": 1}
    ).content
    return answer(request, body, "application/json; charset=utf-8", changed=changed)


def last_change() -> datetime | None:
    """The moment of the newest issue: until then nothing here changed. One query."""
    moment: datetime | None = (
        gazette.issues().values_list("published_at", flat=True).order_by("-published_at").first()
    )
    return moment
