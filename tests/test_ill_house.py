"""A house in trouble, really served: an upload of 200 MB, a full disk, a database that is away for a while."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from bench.measure import pss
from bench.memory import heaviest
from konak.house import machine
from konak.kernel.files.tests.samples import pdf_with

from .browser import Served, close, serve
from .databases import SERVED, WORKER, House, copy, drop
from .postgres import binaries, cluster
from .visitor import Answer, Visitor

REGISTER = "/office/registry/new/"
TITLES = ("Системот привремено не е достапен", "Sistemi përkohësisht nuk është i disponueshëm")


def letter(visitor: Visitor, subject: str) -> dict[str, str]:
    """The form of the counter, opened and filled in."""
    page = visitor.get(REGISTER)
    assert page.status == 200
    return {
        **{name: page.hidden(name) for name in ("key", "whose")},
        **{"name": "Ѓорѓи Ќосев", "kind": "person", "language": "mk", "subject": subject, "mark": "0801"},
        **{"unit": "3", "channel": "counter", "received_on": "13.10.2026"},
    }


def told_to_wait(answer: Answer) -> str:
    """A page of trouble in both languages; gives what it keeps."""
    assert answer.status == 503
    assert [title for title in TITLES if title in answer.page] == list(TITLES)
    return answer.hidden("kept")


def goes_on(visitor: Visitor, kept: str, subject: str) -> str:
    """From the page of trouble back to the form, which still holds the words; then they are sent again."""
    back = visitor.post("/office/again/", {"kept": kept})
    assert (back.status, back.to) == (302, REGISTER)
    form = visitor.get(REGISTER)
    assert subject in form.page
    fields = letter(visitor, subject) | {"key": form.hidden("key")}
    return registered(visitor, visitor.post(REGISTER, fields))


def registered(visitor: Visitor, answer: Answer) -> str:
    """The number on the page that follows."""
    assert answer.status == 302, answer.page
    (number,) = re.findall(r'k-stamp__number">([^<]+)<', visitor.get(answer.to).page)
    return str(number)


def main(number: str) -> int:
    """156 of 08-156/1."""
    return int(number.partition("-")[2].partition("/")[0])


def in_the_book(visitor: Visitor, subject: str) -> int:
    return visitor.get(f"/office/registry/?text={quote(subject)}").page.count(f">{subject}<")


@pytest.fixture(scope="module")
def open_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    house = copy("town", f"ill_{WORKER}")
    served = serve(house, tmp_path_factory.mktemp("ill") / "log")
    yield served
    assert close(served) == 0
    drop(house)


def test_two_hundred_megabytes_leave_no_trace(open_house: Served) -> None:
    """Refused with the words kept; the web process does not grow, and not one byte of it reaches the disk."""
    visitor = Visitor(open_house.url, "registrar")
    fields = letter(visitor, "Молба-со-двеста-мегабајти")
    web = heaviest(open_house.process.pid)
    written = open_house.house.folder / "files"
    before, weights, left = pss(web), list[int](), set[Path]()
    bytes_before = bytes_written(web)
    piece = b"%PDF-1.7\n" + os.urandom((1 << 20) - 9)

    def pieces() -> Iterator[bytes]:
        for _ in range(200):
            weights.append(pss(web))
            left.update(path for path in written.rglob("*") if path.is_file() and path.parent.name == "new")
            yield piece

    answer = visitor.upload(REGISTER, fields, "скен.pdf", pieces(), 200 << 20)
    assert answer.status == 422
    assert "Датотеката „скен.pdf“ има 200 MB; се примаат датотеки до 100 MB." in answer.page
    assert "Молба-со-двеста-мегабајти" in answer.page
    assert "Изберете повторно: скен.pdf" in answer.page
    assert max(weights) - before < 20 << 10, (before, max(weights))
    assert left == set()
    assert bytes_written(web) - bytes_before < 8 << 20
    assert in_the_book(visitor, "Молба-со-двеста-мегабајти") == 0


def bytes_written(process: int) -> int:
    """Bytes the process gave to files and sockets so far."""
    said = Path(f"/proc/{process}/io").read_text()
    return int(re.findall(r"^wchar: (\d+)", said, re.M)[0])


def test_a_stranger_uploads_nothing_and_gigabytes_are_not_listened_to(open_house: Served) -> None:
    stranger = Visitor(open_house.url)
    stranger.get("/office/sign-in/")
    web = heaviest(open_house.process.pid)
    before = bytes_written(web)
    answer = stranger.upload(
        REGISTER, {"subject": "x"}, "a.pdf", (bytes(1 << 20) for _ in range(20)), 20 << 20
    )
    assert answer.status == 401
    assert bytes_written(web) - before < 2 << 20
    answer = stranger.upload(REGISTER, {"subject": "x"}, "a.pdf", (), 2 << 30)
    assert answer.status == 413
    assert "Испратеното е преголемо" in answer.page


def test_a_file_is_never_left_behind_by_who_goes_away(open_house: Served) -> None:
    """Half an upload, then silence: nothing of it has a name on the disk, before and after."""
    visitor = Visitor(open_house.url, "registrar")
    fields = letter(visitor, "x")
    new = open_house.house.folder / "files" / "new"

    def half() -> Iterator[bytes]:
        for _ in range(5):
            yield bytes(1 << 20)
        assert not new.exists() or list(new.iterdir()) == []
        raise InterruptedError

    with pytest.raises(InterruptedError):
        visitor.upload(REGISTER, fields, "a.pdf", half(), 50 << 20)
    assert visitor.get("/office/").status == 200
    assert list(new.iterdir()) == []


@contextmanager
def small_disk(house: House, room: int) -> Iterator[tuple[Served, Path]]:
    """The house on a real file system of its own with `room` bytes left; gives the way to it from outside."""
    size = sum(path.stat().st_size for path in house.folder.rglob("*")) + room
    words = 'mount -t tmpfs -o size=$1 tmpfs $2 && cp -a $3/. $2 && shift 3 && exec "$@"'
    aside = house.folder.with_name(f"{house.folder.name}-aside")
    house.folder.rename(aside)
    house.folder.mkdir()
    within = ["unshare", "-rm", "sh", "-c", words, "sh", str(size), str(house.folder), str(aside)]
    served = serve(house, aside / "log", before=within)
    try:
        yield served, Path(f"/proc/{served.process.pid}/root{house.folder}")
    finally:
        close(served)
        house.folder.rmdir()
        aside.rename(house.folder)


def fill(disk: Path) -> Path:
    """A file that takes all that is left."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(bytes(4096))
    return ballast


def scan(size: int) -> bytes:
    """A sound PDF of about this size."""
    return pdf_with(os.urandom(size), b"")


@pytest.mark.skipif(
    subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True
    ).returncode
    != 0,
    reason="this machine lets nobody make a small disk (unshare, mount)",
)
def test_a_full_disk_is_told_nothing_is_half_done_and_the_words_go_on() -> None:
    house = copy("town", f"full_{WORKER}")
    with small_disk(house, 12 << 20) as (served, disk):
        visitor = Visitor(served.url, "registrar")
        fields = letter(visitor, "Молба-за-полн-диск")
        first = main(registered(visitor, visitor.post(REGISTER, letter(visitor, "Молба-пред-тоа"))))
        ballast = fill(disk)
        paper = scan(3 << 20)
        answer = visitor.upload(REGISTER, fields, "скен.pdf", [paper], len(paper))
        kept = told_to_wait(answer)
        assert visitor.get(REGISTER).status == 200, "what only reads goes on"
        assert list((disk / "files" / "new").iterdir()) == []
        more = 0
        while not SERVED and (answer := visitor.post(REGISTER, letter(visitor, "x" * 20_000))).status == 302:
            more += 1  # what the database's own log has room for
        if not SERVED:
            told_to_wait(answer)
        ballast.unlink()
        number = goes_on(visitor, kept, "Молба-за-полн-диск")
        assert main(number) == first + more + 1, "no number is lost"
        assert in_the_book(visitor, "Молба-за-полн-диск") == 1
        paper_again = visitor.upload(REGISTER, letter(visitor, "Со-скен"), "скен.pdf", [paper], len(paper))
        assert main(registered(visitor, paper_again)) == first + more + 2
    drop(house)


def until_it_answers(visitor: Visitor) -> None:
    until = time.monotonic() + 60
    while visitor.get("/healthz").status != 200:
        assert time.monotonic() < until, "the house does not come back by itself"
        time.sleep(0.2)


def lose_and_find(
    visitor: Visitor, served: Served, lose: Callable[[], object], find: Callable[[], object]
) -> None:
    """The database goes away under an open form and comes back; the house never stops."""
    web, fields = heaviest(served.process.pid), letter(visitor, "Молба-без-база")
    first = main(registered(visitor, visitor.post(REGISTER, letter(visitor, "Молба-пред-тоа"))))
    lose()
    kept = told_to_wait(visitor.post(REGISTER, fields))
    told_again = visitor.post("/office/again/", {"kept": kept})
    assert told_to_wait(told_again) == kept, "it may be pressed too early"
    assert visitor.get("/mk/").status == 503
    find()
    until_it_answers(visitor)
    assert main(goes_on(visitor, kept, "Молба-без-база")) == first + 1, "no number is lost"
    assert in_the_book(visitor, "Молба-без-база") == 1
    assert (served.process.poll(), heaviest(served.process.pid)) == (None, web)


@pytest.mark.skipif(SERVED, reason="SQLite alone can show it")
def test_the_file_of_the_database_goes_away_and_comes_back(tmp_path: Path) -> None:
    house = copy("town", f"lost_{WORKER}")
    served = serve(house, tmp_path / "log")
    file, aside = house.folder / "konak.sqlite3", house.folder / "aside"
    try:
        lose_and_find(
            Visitor(served.url, "registrar"), served, lambda: file.rename(aside), lambda: aside.rename(file)
        )
    finally:
        assert close(served) == 0
        drop(house)


@pytest.mark.skipif(SERVED, reason="SQLite alone can show it")
def test_nobody_makes_an_empty_database_where_the_real_one_is_missing(tmp_path: Path) -> None:
    missing = House(tmp_path, "")
    told = subprocess.run(
        [sys.executable, "-m", "konak", "verify"],
        env=missing.environment(),
        cwd=machine.BASE,
        capture_output=True,
    )
    assert told.returncode != 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgres
def test_the_server_of_the_database_stops_and_starts_again(tmp_path: Path) -> None:
    """The town moves to a cluster of its own, because the others must not lose theirs."""
    source = copy("town", f"lost_{WORKER}")
    home = binaries()
    assert home
    with cluster("fsync=off") as own:
        dump = subprocess.Popen([home / "pg_dump", "-Fc", source.url], stdout=subprocess.PIPE)
        subprocess.run([home / "pg_restore", "--no-owner", "-d", own.url], stdin=dump.stdout, check=True)
        assert dump.wait() == 0
        served = serve(House(source.folder, own.url), tmp_path / "log")
        try:
            lose_and_find(Visitor(served.url, "registrar"), served, own.stop, own.start)
        finally:
            assert close(served) == 0
    drop(source)
