"""What a web process weighs after a thousand mixed pages, public and of the office."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from itertools import cycle, islice
from pathlib import Path

from bench.measure import Figure, loop, pss
from bench.visit import Visitor
from tests.browser import free_port

PAGES = 1000
PUBLIC = (
    "/mk/",
    "/sq/",
    "/mk/acts/",
    "/sq/sessions/",
    "/mk/gazette/",
    "/mk/search/?q=odluka",
    "/sq/search/?q=vendim",
)
OFFICE = (
    "/office/",
    "/office/registry/",
    "/office/acts/",
    "/office/sessions/",
    "/office/tasks/",
    "/office/contacts/",
)


def figures() -> list[Figure]:
    """Megabytes of the web process that serves, by its share of what is shared (PSS)."""
    cookie = Visitor("head").cookie
    port = free_port()
    words = [sys.executable, "-m", "konak", "up", "--port", str(port)]
    house = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, start_new_session=True)
    try:
        wait_until_open(house)
        address = f"http://127.0.0.1:{port}"
        for page in islice(cycle((*PUBLIC, *act_pages(address), *OFFICE)), PAGES):
            look(address + page, cookie)
        worker = heaviest(house.pid)
        heavy = pss(worker) / 1024
        floor = f"a bare Python that imported Django {bare() / 1024:.0f} MB; fixed loop {loop():.2f} s"
        return [Figure(f"web process after {PAGES} mixed pages (PSS)", heavy, 120, "MB", floor=floor)]
    finally:
        house.send_signal(signal.SIGTERM)
        house.communicate(timeout=60)


def wait_until_open(house: "subprocess.Popen[str]") -> None:
    """`konak up` says when it answers."""
    assert house.stdout is not None
    for line in house.stdout:
        if "is open at" in line:
            return
    raise RuntimeError("the house did not open")


def look(address: str, cookie: str = "") -> str:
    request = urllib.request.Request(address, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return str(answer.read().decode())


def act_pages(address: str) -> list[str]:
    return sorted(set(re.findall(r'href="(/mk/acts/\d+-[^"/]+/)"', look(f"{address}/mk/acts/"))))


def heaviest(parent: int) -> int:
    """The process of the house's web server that does the work."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            above = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(above, []).append(int(stat.parent.name))
    family = [parent]
    for process in family:
        family += children.get(process, [])
    serving = [p for p in family if b"granian" in Path(f"/proc/{p}/cmdline").read_bytes()]
    return max(serving, key=pss)


def bare() -> int:
    """Kilobytes of Python with Django and its database driver set up, serving nothing."""
    code = "import os, django; django.setup(); from bench.measure import pss; print(pss(os.getpid()))"
    return int(
        subprocess.run([sys.executable, "-c", code], env=os.environ, check=True, capture_output=True).stdout
    )
