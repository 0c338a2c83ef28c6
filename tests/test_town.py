"""The sample town is made by deeds: all that is official in it is in the journal, sealed, signed and numbered."""

import functools
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from konak import lex
from konak.acts import models as acts
from konak.acts.office import kinds, versions
from konak.contacts import models as contacts
from konak.gazette import models as gazette
from konak.house import machine
from konak.house.cli import main
from konak.house.sealed import page
from konak.kernel import clock, files, org
from konak.kernel.i18n import day_digits
from konak.kernel.journal import Entry
from konak.kernel.journal.sealing import Block
from konak.kernel.numbering import audit
from konak.kernel.people import Account
from konak.kernel.signing import verify_bytes, verify_pdf
from konak.registry import models as registry
from konak.registry.auditing import audit_books
from konak.sessions import models as sessions

from .databases import House

CASES = Path(__file__).parent / "cases"

# How a row and its entry name each other: a row is told when an entry of one of the facts has the same name.
Name = tuple[Any, ...]
RowName = Callable[[Any], Name]
EntryName = Callable[[Entry], Name]


def itself(row: Any) -> Name:
    return (row.pk,)


def subject(entry: Entry) -> Name:
    return (entry.subject_id,)


def beside(*fields: str) -> EntryName:
    """Subject and these fields of the entry."""
    return lambda entry: (entry.subject_id, *(entry.data[field] for field in fields))


# Every official model: the facts that tell of its rows, the name of a row, the name of an entry.
OFFICIAL: dict[str, tuple[str, RowName, EntryName]] = {
    "konak_norms.Deviation": ("house.NormDeviated", itself, subject),
    "konak_org.Person": ("org.PersonEntered", itself, subject),
    "konak_org.Unit": ("org.UnitSetUp", itself, subject),
    "konak_org.Body": ("org.BodySetUp", itself, subject),
    "konak_org.Post": ("org.PostSetUp", itself, subject),
    "konak_org.Holding": ("org.Appointed", itself, subject),
    "konak_org.Mandate": ("org.MandateGiven", itself, subject),
    "konak_org.Community": ("org.CommunityEntered", itself, subject),
    "konak_org.DeclaredCommunity": ("org.CommunityDeclared", lambda row: (row.mandate_id,), subject),
    "konak_org.LanguageOfBody": ("org.LanguageIntroduced", lambda row: (row.body_id,), subject),
    "konak_org.LocalCommunity": ("org.LocalCommunityEntered", itself, subject),
    "konak_org.Settlement": ("org.SettlementEntered", itself, subject),
    "konak_people.Account": ("people.AccountOpened", itself, subject),
    "konak_people.Deputy": ("people.DeputyNamed", itself, subject),
    "konak_contacts.Party": ("contacts.PartyAdded", itself, subject),
    "konak_tasks.Task": ("tasks.TaskAssigned", itself, subject),
    "konak_laws.Regulation": ("laws.RegulationEntered", itself, subject),
    "konak_laws.LawChange": (
        "laws.LawChanged laws.LawRepealed",
        lambda row: (row.regulation_id, row.pk),
        beside("change"),
    ),
    "konak_laws.Reading": ("laws.IssueRead", itself, subject),
    "konak_laws.Obligation": ("laws.ObligationEntered", itself, subject),
    "konak_registry.Book": ("registry.BookOpened", itself, subject),
    "konak_registry.Case": ("registry.CaseOpened", itself, subject),
    "konak_registry.Document": (
        "registry.DocumentRegistered",
        lambda row: (row.pk, row.number, row.case_id, row.direction),
        beside("number", "case", "direction"),
    ),
    "konak_registry.Correction": ("registry.EntryCorrected", lambda row: (row.document_id,), subject),
    "konak_registry.Closing": ("registry.BookClosed", lambda row: (row.book_id,), subject),
    "konak_registry.OldBook": ("registry.OldBookBrought", itself, subject),
    "konak_registry.OldRow": ("registry.RowsImported", lambda row: (row.old_id,), subject),
    "konak_registry.Voiding": ("registry.EntryVoided", lambda row: (row.document_id,), subject),
    "konak_registry.Remark": ("registry.RemarkMade", lambda row: (row.document_id,), subject),
    "konak_registry.Scan": (
        "registry.DocumentRegistered registry.ScanAdded",
        lambda row: (row.document_id,),
        subject,
    ),
    "konak_acts.Act": ("acts.ActDrafted acts.ActAdopted", itself, subject),
    "konak_acts.Text": (
        "acts.TextWritten acts.TextFixed",
        lambda row: (row.act_id, "fixed") if row.stage == "fixed" else (row.act_id, row.lang, row.sha256),
        lambda entry: (
            (entry.subject_id, "fixed")
            if entry.fact == "acts.TextFixed"
            else (entry.subject_id, entry.data["lang"], entry.data["sha256"])
        ),
    ),
    "konak_acts.Opinion": ("acts.OpinionAsked", itself, subject),
    "konak_acts.Sketch": ("acts.OpinionSketched", lambda row: (row.opinion_id,), subject),
    "konak_acts.SketchReader": (
        "acts.OpinionShown",
        lambda row: (row.sketch.opinion_id, row.person_id),
        beside("person"),
    ),
    "konak_acts.LanguageStep": (
        "acts.LanguageAsked",
        lambda row: (row.act_id, row.pk, row.work, row.lang),
        beside("step", "work", "lang"),
    ),
    "konak_acts.Amendment": (
        "acts.AmendmentRead",
        lambda row: (row.act_id, row.lang, row.sha256),
        beside("lang", "sha256"),
    ),
    "konak_acts.Comment": (
        "acts.CommentMade acts.CommentAnswered",
        lambda row: (row.act_id, row.pk),
        beside("comment"),
    ),
    "konak_acts.Settlement": (
        "acts.SentenceSettled",
        lambda row: (row.amendment.act_id, row.amendment_id, row.place),
        beside("amendment", "place"),
    ),
    "konak_acts.Consolidated": (
        "acts.TextConsolidated",
        lambda row: (row.act_id, row.lang, row.number, row.sha256),
        beside("lang", "version", "sha256"),
    ),
    "konak_acts.Original": ("acts.ActSigned", lambda row: (row.act_id, row.way), beside("way")),
    "konak_sessions.Session": ("sessions.SessionConvened", itself, subject),
    "konak_sessions.Item": ("sessions.ItemAdded", lambda row: (row.session_id, row.pk), beside("item")),
    "konak_sessions.Presence": (
        "sessions.MemberCame sessions.MemberLeft",
        lambda row: (row.session_id, row.mandate_id),
        beside("mandate"),
    ),
    "konak_sessions.AgendaVote": (
        "sessions.AgendaVoted",
        lambda row: (
            row.session_id,
            row.pk,
            row.adopted,
            row.votes_for,
            row.against,
            row.abstained,
            row.present,
        ),
        beside("vote", "adopted", "votes_for", "against", "abstained", "present"),
    ),
    "konak_sessions.Vote": (
        "sessions.VoteTaken",
        lambda row: (
            row.item.session_id,
            *(row.pk, row.adopted, row.votes_for, row.against, row.abstained, row.present),
        ),
        beside("vote", "adopted", "votes_for", "against", "abstained", "present"),
    ),
    "konak_sessions.VoteByName": (
        "sessions.VoteTaken",
        lambda row: (row.vote_id,),
        lambda e: (e.data["vote"],),
    ),
    "konak_sessions.Minutes": (
        "sessions.MinutesMade",
        lambda row: (row.session_id, row.lang, row.text_hash),
        beside("lang", "text_hash"),
    ),
    "konak_gazette.Issue": (
        "gazette.IssueComposed",
        lambda row: (row.pk, row.number, row.year),
        beside("number", "year"),
    ),
    "konak_gazette.Entry": (
        "gazette.ActAdded",
        lambda row: (row.issue_id, row.act_id),
        beside("act_id"),
    ),
}

# The others, each with the reason why no entry tells of its rows.
UNTOLD = {
    "konak_house.Sample": "the mark of a sample",
    "contenttypes.ContentType": "Django's list of tables",
    "auth.Permission": "Django's, not used",
    "auth.Group": "Django's, not used",
    "sessions.Session": "who is signed in just now",
    "account.EmailAddress": "allauth's, not used",
    "account.EmailConfirmation": "allauth's, not used",
    "mfa.Authenticator": "a secret of its owner",
    "konak_journal.Entry": "the journal itself",
    "konak_journal.Beside": "the journal itself",
    "konak_journal.Block": "the journal itself",
    "konak_journal.Leaf": "the journal itself",
    "konak_journal.DeedKey": "against doing a thing twice",
    "konak_journal.Errand": "what is still to be done after a fact",
    "konak_acts.AtWork": "who has a draft open just now; nothing official",
    "konak_numbering.Counter": "follows from the numbers given",
    "konak_files.File": "kept by whoever's row points at it; held against its hash by `konak verify`",
    "konak_notices.Notice": "told to one person, follows from facts",
    "konak_laws.Citation": "follows from the texts",
    "konak_search.Row": "follows from facts",
}
ABSENT = {  # official, and none in the sample town
    "konak_acts.Comment",
    "konak_acts.Settlement",
    "konak_acts.SketchReader",
    "konak_norms.Deviation",
    "konak_org.LanguageOfBody",
    "konak_org.LocalCommunity",
    "konak_people.Deputy",
    "konak_registry.Closing",
    "konak_registry.OldBook",
    "konak_registry.OldRow",
    "konak_sessions.VoteByName",
}


def test_every_table_is_official_or_has_its_reason() -> None:
    assert not OFFICIAL.keys() & UNTOLD.keys()
    assert {model._meta.label for model in apps.get_models()} == OFFICIAL.keys() | UNTOLD.keys()


@pytest.mark.parametrize("label", sorted(OFFICIAL.keys() - ABSENT))
def test_every_official_row_is_told_in_the_journal(town: date, label: str) -> None:
    facts, row_name, entry_name = OFFICIAL[label]
    rows = list(apps.get_model(label).objects.all())
    told = {entry_name(entry) for entry in Entry.objects.filter(fact__in=facts.split())}
    assert rows
    assert [str(row_name(row)) for row in rows if row_name(row) not in told] == []


@pytest.mark.parametrize("label", sorted(ABSENT))
def test_what_the_town_does_not_have(town: date, label: str) -> None:
    assert not apps.get_model(label).objects.exists()


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_town_amended_an_act_of_its_season(town: date, lang: str) -> None:
    """The consolidated text is the one written by hand in tests/cases, in force since its day."""
    act = acts.Act.objects.get(amends__isnull=False)
    base = act.amends
    assert base is not None
    assert base.adopted_on is not None
    first, second = versions(base)[lang]
    assert (first.until, second.day, second.unsettled) == (act.in_force_on, act.in_force_on, 0)
    assert act.in_force_on is not None
    assert act.in_force_on < town
    expected = (CASES / f"nadomestok-sali-posle.{lang}.txt").read_text("utf-8")
    written = expected.replace("24.09.2026", day_digits(base.adopted_on))
    assert lex.write(second.tree).strip() == written.strip()


def days(**which: Any) -> dict[str, int]:
    """How many entries each day of the town has."""
    moments = Entry.objects.filter(**which).order_by("id").values_list("at", flat=True)
    return dict(Counter(str(at.astimezone(clock.ZONE).date()) for at in moments))


def test_every_day_but_the_last_is_sealed_in_its_night(
    town: date, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["clean"], found["tampered"], found["files"]) == (True, [], [])
    every = days()
    last = every.pop(str(town))
    assert {day["day"]: day["entries"] for day in found["days"]} == every
    assert len(every) > 30
    assert [(day["day"], len(day["entries"])) for day in found["open"]] == [(str(town), last)]
    for block in Block.objects.all():
        night = block.day + timedelta(days=1)
        assert block.closed_at.astimezone(clock.ZONE).isoformat()[:16] == f"{night}T00:05"
        kept = settings.VAR / "seals" / f"{block.number:06}.json"
        assert json.loads(kept.read_text())["digest"] == block.digest
        assert kept.with_suffix(".pdf").read_bytes() == page(block)
        verdict = verify_bytes(bytes.fromhex(block.digest), kept.with_suffix(".seal").read_bytes())
        assert (verdict.valid, verdict.signed_at) == (True, block.closed_at)


def test_a_changed_entry_names_its_own_day_alone(
    town: date, transactional_db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    victim = Entry.objects.filter(at__date=date(2026, 9, 21)).order_by("id")[5]
    with without_triggers("konak_journal_entry") as cursor:
        cursor.execute("UPDATE konak_journal_entry SET person = 1 WHERE id = %s", [victim.pk])
    assert main(["verify"]) == 1
    told = capsys.readouterr().out.splitlines()
    (touched,) = (line for line in told if "TOUCHED" in line)
    block = Block.objects.get(day=date(2026, 9, 21))
    assert touched.startswith(f"21.09.2026  block {block.number}, ")
    assert f"entry {victim.pk} was changed after it was sealed (block {block.number} of 21.09.2026)" in told
    assert "not sealed yet: entries " in next(line for line in told if line.startswith("13.10.2026"))


@contextmanager
def without_triggers(table: str) -> Iterator[Any]:
    """As somebody who owns the database would change it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield cursor
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            return
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table]
        )
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield cursor
        for _, sql in triggers:
            cursor.execute(sql)


def test_every_act_is_named_with_its_kind_once(town: date) -> None:
    for act in acts.Act.objects.all():
        for lang, title in act.title.items():
            kind = kinds(town)[act.kind]["name"][lang]
            assert title.startswith(f"{kind} ")
            assert title.count(kind) == 1 or act.relation or act.amends


def test_every_issue_of_the_gazette_bears_a_seal_that_holds(town: date) -> None:
    issues = gazette.Issue.objects.filter(state="published")
    assert issues.count() == 2
    for issue in issues:
        verdict = verify_pdf(files.open(issue.file))
        assert verdict.valid, verdict.problems
        assert "Општина Куманово" in verdict.signer
        assert verdict.signed_at is not None
        assert verdict.signed_at.astimezone(clock.ZONE).date() == issue.day


def test_the_opinions_and_the_language_work_of_the_town(town: date) -> None:
    """Given on drafts and a statute, one written unseen; one text proofread, one to be translated."""
    found = acts.Opinion.objects.order_by("id").values_list("matter", "state", "verdict", "document__sub")
    assert list(found)[-3:] == [
        ("draft", "given", "agrees", 2),
        ("draft", "asked", "", None),
        ("school", "given", "remarks", 1),
    ]
    school = acts.Opinion.objects.get(matter="school")
    assert [check["code"] for check in school.checks if check["answer"] == "no"] == ["founder", "time"]
    assert acts.Sketch.objects.get().opinion.state == "asked"
    steps = acts.LanguageStep.objects.order_by("id").values_list("work", "lang", "state", "texts")
    assert list(steps) == [
        ("proofreading", "mk", "done", {"mk": 1}),
        ("translation", "sq", "asked", {}),
    ]


def test_passwords_are_dear_to_guess(town: date) -> None:
    """The town was made by a process as in real life; this one has cheaper passwords."""
    kept = Account.objects.values_list("password", flat=True)
    assert {password.rsplit("$", 2)[0] for password in kept} == {"argon2$argon2id$v=19$m=102400,t=2,p=8"}


def test_numbers_are_without_gaps(town: date) -> None:
    books = audit_books()
    assert [(book.kind, book.year) for book in books] == [("main", 2026), ("up1", 2026)]
    assert all(book.clean for book in books), [book.said() for book in books]
    assert sum(book.documents for book in books) == registry.Document.objects.count()
    assert audit(gazette.Issue.objects.values_list("number", flat=True)) == ([], [])
    held = sessions.Session.objects.exclude(number=None).order_by("day").values_list("number", flat=True)
    assert list(held) == [12, 13, 14]


def given() -> list[str]:
    """What people gave the town in one language: names, subjects of letters, titles of cases; longest first."""
    told = {person.name for person in org.Person.objects.all()} | {"УП1"}
    told |= set(contacts.Party.objects.values_list("name", flat=True))
    told |= set(acts.LanguageStep.objects.exclude(outsider="").values_list("outsider", flat=True))
    others = acts.Opinion.objects.filter(act=None)
    told |= {f"„{text}“" for opinion in others for text in opinion.title.values()}
    told |= {f"„{text}“" for text in registry.Case.objects.values_list("title", flat=True)}
    told |= {f"„{text}“" for text in registry.Document.objects.values_list("subject", flat=True)}
    told |= set(registry.Voiding.objects.values_list("reason", flat=True))
    told |= set(registry.Correction.objects.values_list("reason", flat=True))
    told |= set(registry.Remark.objects.values_list("text", flat=True))
    return sorted(told, key=len, reverse=True)


def test_the_journal_speaks_the_readers_language(town: date) -> None:
    entries = Entry.objects.select_related("beside").order_by("id")
    names, wrong = given(), []
    for entry in entries:
        for language, foreign in (("mk", r"\d{4}-\d\d-\d\d|…|None"), ("sq", r"\d{4}-\d\d-\d\d|…|None|[Ѐ-ӿ]")):
            sentence = entry.sentence(language)
            said = functools.reduce(lambda text, name: text.replace(name, ""), names, sentence)
            if re.search(foreign, said):
                wrong.append(f"{entry.fact} ({language}): {sentence}")
    assert wrong == []


def numbers() -> dict[str, list[Any]]:
    """What of the town people would quote."""
    return {
        "documents": list(registry.Document.objects.order_by("id").values_list("number", "day", "subject")),
        "acts": list(acts.Act.objects.order_by("id").values_list("number", "fixed_hash", "in_force_on")),
        "sessions": list(sessions.Session.objects.order_by("id").values_list("number", "day")),
        "issues": list(gazette.Issue.objects.order_by("id").values_list("number", "day", "content_hash")),
        "journal": list(Entry.objects.order_by("id").values_list("fact", "subject_id", "at")),
    }


def test_the_town_built_again_is_the_same_town(town: date, tmp_path: Path) -> None:
    again = House(tmp_path, "")  # SQLite, wherever the first one stands
    for words in (["migrate", "--sample", "--day", str(town)], ["verify"], ["registry", "audit"]):
        command = [sys.executable, "-m", "konak", *words]
        subprocess.run(command, cwd=machine.BASE, env=again.environment(), check=True, capture_output=True)
    other = subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=machine.BASE,
        env=again.environment() | {"DJANGO_SETTINGS_MODULE": "konak.house.settings"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(other.stdout) == json.loads(json.dumps(numbers(), default=str))


@pytest.mark.slow
def test_a_town_that_ends_on_a_free_day_lives_the_same_life(town: date, tmp_path: Path) -> None:
    sunday = House(tmp_path, "")
    command = [sys.executable, "-m", "konak", "migrate", "--sample", "--day", "2026-11-22"]
    subprocess.run(command, cwd=machine.BASE, env=sunday.environment(), check=True, capture_output=True)
    with sqlite3.connect(tmp_path / "konak.sqlite3") as database:
        for table, model in (("konak_sessions_session", sessions.Session), ("konak_acts_act", acts.Act)):
            found = database.execute(f"SELECT state, count(*) FROM {table} GROUP BY state")
            assert dict(found.fetchall()) == Counter(model.objects.values_list("state", flat=True))


TELL = """
import django, json
django.setup()
from tests.test_town import numbers
print(json.dumps(numbers(), default=str))
"""
