"""A notice is written with its deed, read in the reader's language, and its mail arrives in the end."""

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from konak.kernel import notices, people
from konak.kernel.journal import NOBODY, Actor, Entry, Ref, deed, run_errands, settle
from konak.kernel.journal.models import Errand
from konak.kernel.org.tests.office import AT, KEEPER, Office, build
from tests.browser import free_port
from tests.lodging import made_once

TOLD = notices.template("test.told", _("user name"))
GIVEN = notices.template("test.given", "{number} is yours: {subject}.")


class Post:
    """A real mail server that refuses the first letters, then takes all."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.letters: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refusals:
            self.refusals -= 1
            return "451 Try again later"
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 Taken"


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    handler = Post(refusals=2)
    server = Controller(handler, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = server.hostname, server.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "Општина <konak@example.mk>"
    yield handler
    server.stop()


office = made_once(build)


def ids(office: Office, *names: str) -> list[int]:
    return [office.persons[name].pk for name in names]


def due_now() -> None:
    """The time of the next try has come."""
    Errand.objects.filter(done_at__isnull=True).update(next_try=AT - timedelta(days=400))


@pytest.mark.django_db
def test_the_mail_is_tried_until_the_server_takes_it(office: Office, post: Post) -> None:
    settle()
    notices.notify(
        KEEPER,
        ids(office, "registrar.sq"),
        GIVEN,
        Ref("registry.case", 7),
        at=AT,
        number="08-155",
        subject="Ѓ",
    )
    waiting: list[int] = []
    for _try in range(3):
        due_now()
        assert run_errands() == 1
        waiting.append(Errand.objects.filter(done_at__isnull=True).count())
    assert (waiting, post.refusals, len(post.letters)) == ([1, 1, 0], 0, 1)
    letter = post.letters[0]
    notice = notices.Notice.objects.get()
    assert (letter["To"], letter["Subject"]) == ("xhevahire@example.mk", "08-155 is yours: Ѓ.")
    assert letter["Message-ID"] == f"<notice-{notice.pk}@example.mk>"
    assert "Hapeni në Konak: " in letter.get_content()
    due_now()
    settle()
    assert len(post.letters) == 1


@pytest.mark.django_db
def test_a_notice_speaks_the_language_of_its_reader(office: Office, post: Post) -> None:
    post.refusals = 0
    people.open_account(
        KEEPER,
        office.persons["registrar"],
        username="r",
        password_hash=make_password("x"),
        language="sq",
        at=AT,
    )
    settle()
    notices.notify(KEEPER, ids(office, "registrar"), TOLD, at=AT)
    settle()
    assert [letter["Subject"] for letter in post.letters] == ["emri i përdoruesit"]
    notice = notices.Notice.objects.get()
    assert [notice.sentence(code) for code in ("mk", "sq", "en")] == [
        "корисничко име",
        "emri i përdoruesit",
        "user name",
    ]


@pytest.mark.django_db
def test_each_person_is_told_once_and_not_of_his_own_deed(office: Office) -> None:
    it, head = ids(office, "it", "head")
    actor = Actor(account=1, person=it, name="Ј")
    made = notices.notify(
        actor, [head, head, it], GIVEN, Ref("registry.case", 7), at=AT, number="1", subject="x"
    )
    assert [notice.person_id for notice in made] == [head]
    assert made[0].ref == Ref("registry.case", 7)
    (entry,) = Entry.objects.filter(fact="notices.Notified")
    assert (entry.subject, entry.data["person_id"]) == (Ref("registry.case", 7), head)
    settle()
    assert made[0].mailed_at is None, "no address, no mail"


@pytest.mark.django_db
def test_what_was_read_no_longer_counts(office: Office) -> None:
    (head,) = ids(office, "head")
    reader = Actor(account=2, person=head, name="В")
    made = [
        notices.notify(KEEPER, [head], GIVEN, at=AT + timedelta(minutes=i), number=str(i), subject="x")[0]
        for i in range(3)
    ]
    later = AT + timedelta(hours=1)
    assert (notices.unread(reader), notices.unread(NOBODY)) == (3, 0)
    assert [notice.pk for notice in notices.notices(reader)] == [notice.pk for notice in reversed(made)]
    assert notices.mark_read(Actor(account=3, person=head + 1), at=later, notice=made[0].pk) == 0
    assert notices.mark_read(reader, at=later, notice=made[0].pk) == 1
    assert notices.unread(reader) == 2
    assert notices.mark_read(reader, at=later) == 2
    assert notices.unread(reader) == 0


@pytest.mark.django_db
def test_a_deed_that_fails_tells_nobody(office: Office) -> None:
    @deed
    def fail(actor: Actor) -> None:
        notices.notify(actor, ids(office, "head"), TOLD, at=AT)
        raise RuntimeError("no")

    before = Entry.objects.count()
    with pytest.raises(RuntimeError):
        fail(KEEPER)
    assert (notices.Notice.objects.count(), Entry.objects.count()) == (0, before)
