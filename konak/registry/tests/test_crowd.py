"""Eight clerks at once, and a process killed in the middle: numbers stay whole."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from konak.house import machine
from konak.registry.auditing import audit_books
from konak.registry.models import Document
from konak.registry.tests.office_of import furnish, letter, sender

LOOP = """
import django
django.setup()
import sys
from konak.kernel.journal import Actor
from konak.contacts.models import Party
from konak.kernel.org import Unit
from konak.registry import office
from konak.registry.tests.office_of import AT, DAY
clerk = Actor(account=1, roles=frozenset({"registrar"}))
party, unit = Party.objects.get(), Unit.objects.get(code="council")
while True:
    document = office.register_incoming(
        clerk, at=AT, key=None, party=party, subject="Барање", language="mk", received_on=DAY,
        channel="counter", mark="0809", unit=unit)
    sys.stdout.write(document.number + chr(10))
    sys.stdout.flush()
"""


@pytest.mark.django_db(transaction=True)
def test_eight_clerks_at_once_get_consecutive_numbers() -> None:
    house = furnish()
    party = sender(house)
    registered: list[str] = []
    faults: list[BaseException] = []

    def clerk(which: int) -> None:
        try:
            for turn in range(5):
                registered.append(letter(house, party=party, key=f"{which}-{turn}").number)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    clerks = [threading.Thread(target=clerk, args=(which,)) for which in range(8)]
    for thread in clerks:
        thread.start()
    for thread in clerks:
        thread.join()
    assert faults == []
    assert sorted(registered, key=lambda n: int(n[3:-2])) == [f"08-{n}/1" for n in range(1, 41)]
    assert [(b.last, b.clean) for b in audit_books()] == [(40, True)]


@pytest.mark.django_db(transaction=True)
def test_one_key_from_many_clicks_gives_one_number() -> None:
    house = furnish()
    party = sender(house)
    results: list[Any] = []

    def click() -> None:
        results.append(letter(house, party=party, key="one").number)
        connection.close()

    clicks = [threading.Thread(target=click) for _ in range(6)]
    for thread in clicks:
        thread.start()
    for thread in clicks:
        thread.join()
    assert results == ["08-1/1"] * 6
    assert Document.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_killed_process_loses_no_acknowledged_number_and_leaves_no_gap() -> None:
    house = furnish()
    sender(house)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "konak.house.settings",
        "KONAK_VAR": str(settings.VAR),
    }
    if connection.vendor == "postgresql":
        from urllib.parse import urlsplit, urlunsplit

        name = connection.settings_dict["NAME"]
        environment["KONAK_DATABASE"] = urlunsplit(
            urlsplit(os.environ["KONAK_DATABASE"])._replace(path=f"/{name}")
        )
    acknowledged: list[str] = []
    for several in (1, 3, 9):
        process = subprocess.Popen(
            [sys.executable, "-c", LOOP], cwd=machine.BASE, env=environment, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        acknowledged += [process.stdout.readline().strip() for _ in range(several)]
        time.sleep(random.uniform(0, 0.05))  # now it is somewhere in the next
        process.send_signal(signal.SIGKILL)
        acknowledged += process.stdout.read().split()
        process.wait()
    # a line cut in the middle was not acknowledged
    whole = {number for number in acknowledged if number.endswith("/1")}
    stored = set(Document.objects.values_list("number", flat=True))
    assert len(whole) >= 13
    assert whole <= stored
    (book,) = audit_books()
    assert (book.clean, book.last) == (True, len(stored))
