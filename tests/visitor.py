"""A visitor without a browser, over real HTTP: for what no browser would send, and for houses that are ill."""

import html
import http.client
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from http.cookies import SimpleCookie
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

PASSWORD = "konak-kumanovo"
BOUNDARY = "konak-visitor"


class Answer(NamedTuple):
    """What came back; redirects are not followed."""

    status: int
    page: str
    to: str

    def hidden(self, name: str) -> str:
        """The value of a hidden field."""
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        assert found, f"the page hides no {name}"
        return html.unescape(found[1])


class Visitor:
    """Keeps cookies and the token of forms, as a browser does."""

    def __init__(self, url: str, login: str = "") -> None:
        self.address = urlsplit(url).netloc
        self.cookies: dict[str, str] = {}
        if login:
            self.get("/office/sign-in/")
            done = self.post("/office/sign-in/", {"login": login, "password": PASSWORD})
            assert done.status == 302, done.page

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        said = urlencode({**fields, "csrfmiddlewaretoken": self.cookies["csrftoken"]})
        return self._ask("POST", path, said.encode(), {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(
        self, path: str, fields: Mapping[str, str], name: str, pieces: Iterable[bytes], size: int
    ) -> Answer:
        """A form with one file of `size` bytes, sent piece by piece; the field is called `files`."""
        said = {**fields, "csrfmiddlewaretoken": self.cookies["csrftoken"]}
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'
            for field, value in said.items()
        ]
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            "Content-Type: application/pdf\r\n\r\n"
        )
        head, tail = "".join(parts).encode(), f"\r\n--{BOUNDARY}--\r\n".encode()

        def body() -> Iterable[bytes]:
            yield head
            yield from pieces
            yield tail

        about = {
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            "Content-Length": str(len(head) + size + len(tail)),
        }
        return self._ask("POST", path, body(), about)

    def _ask(
        self, verb: str, path: str, body: bytes | Iterable[bytes] | None, about: dict[str, str]
    ) -> Answer:
        connection = http.client.HTTPConnection(self.address, timeout=60)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            where = {"Cookie": cookies, "Referer": f"http://{self.address}{path}"}
            with suppress(BrokenPipeError):  # who answers early need not listen to the end
                connection.request(verb, path, body, {**where, **about})
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie") or ():
                self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
            return Answer(answer.status, answer.read().decode(), answer.headers.get("Location", ""))
        finally:
            connection.close()
