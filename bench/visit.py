"""Pages asked of the house inside this process, without a network: what the application itself costs."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.measure import Spent, percentile, process_seconds, spent, timed


class Visitor:
    """Somebody at the door; with a login, an account of the sample town already signed in."""

    def __init__(self, login: str = "") -> None:
        from django.core.wsgi import get_wsgi_application

        self.house = get_wsgi_application()
        self.cookie = _signed_in(login) if login else ""

    def get(self, address: str) -> bytes:
        """The page at an address of the house; anything but 200 is an error."""
        path, _, query = address.partition("?")
        told: list[str] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_COOKIE": self.cookie,
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
        }
        answer: Any = self.house(environ, lambda status, headers: told.append(status))
        try:
            page = b"".join(answer)
        finally:
            answer.close()
        if not told[0].startswith("200"):
            raise RuntimeError(f"{address}: {told[0]}")
        return page


def _signed_in(login: str) -> str:
    from django.conf import settings
    from django.test import Client

    from konak.kernel.people import Account

    client = Client()
    client.force_login(Account.objects.get(username=login), backend=settings.AUTHENTICATION_BACKENDS[0])
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@contextmanager
def counted() -> Iterator[list[str]]:
    """The sentences said to the database in a block."""
    from django.db import connection

    said: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield said


def cost(visitor: Visitor, address: str, times: int, server: int) -> Spent:
    """Seconds a page, on average over `times` pages after ten that are not counted."""
    for _ in range(10):
        visitor.get(address)
    with spent(server) as whole:
        for _ in range(times):
            visitor.get(address)
    return Spent(whole.wall / times, whole.app / times, whole.database / times)


def slowest(visitor: Visitor, addresses: list[str], times: int) -> float:
    """Wall seconds that 95 of 100 pages need at most, over all the addresses."""
    walls = [second for address in addresses for second in timed(lambda a=address: visitor.get(a), times)]  # type: ignore[misc]
    return percentile(walls, 0.95)


def empty_page() -> float:
    """CPU seconds of Django answering with nothing: the floor of any page."""
    from django.http import HttpRequest, HttpResponse
    from django.template import engines

    template = engines["django"].from_string("<p>{{ word }}</p>")
    start = process_seconds()
    for _ in range(1000):
        HttpResponse(template.render({"word": "да"}, HttpRequest()))
    return (process_seconds() - start) / 1000
