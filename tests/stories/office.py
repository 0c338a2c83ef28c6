"""How a story is told: somebody sits down, clicks what is written on the screen, and goes on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from konak.house.town import PASSWORD

CASES = Path(__file__).parent.parent / "cases"


@dataclass
class Desk:
    """One person's window. Everything is found by the words on the screen, as people find it."""

    page: Any

    def sign_in(self, login: str) -> "Desk":
        self.page.goto("/office/")
        return self.signs(login)

    def signs(self, login: str) -> "Desk":
        """Fill in the sign-in page that is open."""
        self.page.locator("[name=login]").fill(login)
        self.page.locator("[name=password]").fill(PASSWORD)
        self.page.locator("[name=password]").press("Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)
        return self

    def go(self, *words: str) -> "Desk":
        """Follow links one after the other."""
        for word in words:
            self.page.get_by_role("link", name=word).first.click()
        return self

    def begin(self, word: str) -> "Desk":
        """Open „+ New“ and begin something."""
        self.page.locator("summary", has_text="＋").first.click()
        self.page.locator("details[name=tools] a", has_text=word).first.click()
        return self

    def press(self, word: str) -> "Desk":
        self.page.get_by_role("button", name=word).first.click()
        return self

    def write(self, **fields: str) -> "Desk":
        for name, text in fields.items():
            self.page.locator(f"[name={name}]").first.fill(text)
        return self

    def choose(self, **fields: str) -> "Desk":
        for name, label in fields.items():
            field = self.page.locator(f"select[name={name}]")
            option = field.locator("option", has_text=label).first
            field.select_option(option.get_attribute("value"))
        return self

    def upload(self, pdf: bytes, **field: str) -> "Desk":
        ((name, title),) = field.items()
        paper = {"name": title, "mimeType": "application/pdf", "buffer": pdf}
        self.page.locator(f"[name={name}]").set_input_files(paper)
        return self

    def download(self, word: str) -> bytes:
        """The file behind a link, as the browser would save it."""
        url = self.page.get_by_role("link", name=word).first.get_attribute("href")
        return bytes(self.page.request.get(url).body())

    def pick(self, label: str) -> "Desk":
        self.page.get_by_label(label).first.check()
        return self

    def everywhere(self, label: str) -> "Desk":
        """Give the same answer to every question on the page."""
        self.wait()
        for answer in self.page.get_by_label(label, exact=True).all():
            answer.check()
        return self

    def wait(self) -> "Desk":
        """Until the page is there to its end; a click waits for its beginning only."""
        self.page.wait_for_load_state("domcontentloaded")
        return self

    def sees(self, *words: str) -> "Desk":
        main = self.wait().page.locator("main").inner_text()
        for word in words:
            assert word in main, f"“{word}” is not on {self.page.url}:\n{main[:3000]}"
        return self

    def misses(self, *words: str) -> "Desk":
        main = self.wait().page.locator("main").inner_text()
        for word in words:
            assert word not in main, f"“{word}” is on {self.page.url}"
        return self

    def number(self) -> str:
        """The number on the stamp."""
        return str(self.page.locator(".k-stamp__number").first.inner_text()).strip()


def case(name: str) -> str:
    return (CASES / name).read_text("utf-8")
