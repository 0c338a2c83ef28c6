"""What happens at a real counter: a nervous click, an answer sent twice, a tea break, two clerks, all the letters."""

import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from .stories.office import Desk

Visitors = Callable[..., Any]
NAMES = {
    "mk": "Друштво „АБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ абвгдѓежзѕијклљмнњопрстќуфхцчџш“ ’Вак’в’ & О'Нил",
    "sq": 'Shoqata „ABCÇDEËFGHIJKLMNOPQRSTUVXYZ abcçdeëfghijklmnopqrstuvxyz“ "Dhe Gjithë" & O\'Neill',
}


def at_the_counter(desk: Desk, name: str, subject: str) -> Desk:
    """The form of the counter, filled in."""
    desk.page.keyboard.press("Escape")
    desk.page.locator("nav a[href='/office/registry/']").first.click()
    desk.page.locator("main a[href='/office/registry/new/']").first.click()
    desk.write(name=name, subject=subject).choose(mark="0801")
    desk.page.locator("select[name=unit]").select_option(index=2)
    return desk


def found_in_the_book(desk: Desk, words: str) -> int:
    """How many rows of the book bear the words."""
    desk.page.locator("nav a[href='/office/registry/']").first.click()
    desk.write(text=words)
    desk.page.locator("[name=text]").press("Enter")
    desk.page.wait_for_url("**text=**")
    return int(desk.page.locator("main tbody tr", has_text=words).count())


def test_a_double_click_registers_once(visitors: Visitors) -> None:
    desk = at_the_counter(Desk(visitors()).sign_in("registrar"), "Драган Нервозниот", "Молба со двоен клик")
    desk.page.get_by_role("button", name="Заведи", exact=True).dblclick(no_wait_after=True)
    desk.page.wait_for_selector(".k-stamp__number")
    assert found_in_the_book(desk, "Молба со двоен клик") == 1


def test_a_post_sent_again_gives_the_same_number(visitors: Visitors) -> None:
    desk = at_the_counter(Desk(visitors()).sign_in("registrar"), "Стамена Повторна", "Молба пратена двапати")
    with desk.page.expect_request(lambda request: request.method == "POST") as caught:
        desk.press("Заведи")
    desk.page.wait_for_selector(".k-stamp__number")
    number, sent = desk.number(), caught.value
    again = desk.page.request.post(
        sent.url,
        data=sent.post_data_buffer,
        headers={"Content-Type": sent.headers["content-type"], "Referer": sent.url},
    )
    assert again.status == 200
    assert f'<span class="k-stamp__number">{number}</span>' in again.text()
    assert found_in_the_book(desk, "Молба пратена двапати") == 1


@pytest.mark.parametrize("login", ["registrar", "registrar.sq"])
def test_words_typed_before_the_sign_in_expired_come_back(visitors: Visitors, login: str) -> None:
    name, subject = f"Ќирил „Пауза“ {login}", f"Молба за време на чај {login}"
    desk = at_the_counter(Desk(visitors()).sign_in(login), name, subject)
    desk.page.context.clear_cookies(name="konak_session")
    desk.page.locator("main form button[type=submit]").last.click()
    desk.page.wait_for_selector("[name=password]")
    desk.signs(login)
    assert desk.page.locator("[name=name]").input_value() == name
    assert desk.page.locator("[name=subject]").input_value() == subject
    desk.page.locator("main form button[type=submit]").last.click()
    desk.page.wait_for_selector(".k-stamp__number")
    assert found_in_the_book(desk, subject) == 1


def test_the_second_of_two_clerks_hears_what_the_first_did(visitors: Visitors) -> None:
    first, second = (Desk(visitors()).sign_in(login) for login in ("registrar", "head"))
    for desk in (first, second):
        desk.go("Писарница", "08-15/1", "Отвори го предметот 08-15", "Распореди")
    first.choose(unit="информирање", person="Shqipe Rrahimi").press("Распореди")
    first.sees("Shqipe Rrahimi")
    second.choose(unit="Градоначалникот", person="Горјан Пешевски").press("Распореди")
    second.sees("Ѓурѓа Њаговска")
    assert second.page.locator(".k-error-summary").is_visible()


@pytest.mark.parametrize(("login", "lang"), [("registrar", "mk"), ("registrar.sq", "sq")])
def test_every_letter_of_the_alphabet_reaches_the_slip(visitors: Visitors, login: str, lang: str) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    name = NAMES[lang]
    desk = at_the_counter(Desk(visitors()).sign_in(login), name, f"№ {name}")
    desk.page.locator("main form button[type=submit]").last.click()
    desk.page.wait_for_selector(".k-stamp__number")
    slip = desk.page.locator("a[href$='slip.pdf']").first.get_attribute("href")
    text = text_of(desk.page.request.get(slip).body())
    for word in name.split():
        assert word in text, f"{word} is not on the slip: {text}"
    assert desk.number() in text


def text_of(pdf: bytes) -> str:
    """The words of a PDF as its reader would copy them."""
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
