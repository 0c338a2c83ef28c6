"""The interface is said in full: nothing missing, left over, contradicting, or in another language."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from django.forms import CharField
from django.utils.timesince import timesince
from django.utils.translation import ngettext, override

from konak.kernel.i18n import catalogue
from konak.kernel.i18n.catalogue import KONAK, Message, in_python, in_template, troubles


@cache
def faults(language: str) -> tuple[str, ...]:
    return tuple(catalogue.faults(language))


def parts() -> list[str]:
    """Rooms and kernel parts, as paths: `konak/acts/`, `konak/kernel/ui/`."""
    folders = [path for path in (*KONAK.iterdir(), *(KONAK / "kernel").iterdir()) if path.is_dir()]
    names = {f"{path.relative_to(KONAK.parent)}/" for path in folders if not path.name.startswith("_")}
    return [*sorted(names - {"konak/kernel/"}), "django/"]


@pytest.mark.parametrize("language", catalogue.SPOKEN)
@pytest.mark.parametrize("part", parts())
def test_a_part_is_said_in_every_language(part: str, language: str) -> None:
    assert [fault for fault in faults(language) if fault.startswith(part)] == []


@pytest.mark.parametrize("language", catalogue.SPOKEN)
def test_every_fault_belongs_to_a_part(language: str) -> None:
    assert [fault for fault in faults(language) if not fault.startswith(tuple(parts()))] == []


def test_what_python_says() -> None:
    source = """
from django.utils.translation import gettext_lazy as _, pgettext, ngettext_lazy as several
from django.utils import translation
a = _("one " "text")
b = pgettext("street", "Way"); c = several("%d day", "%d days", 3); d = translation.gettext("far")
e = _(variable)
"""
    assert [message for message, _line in in_python(source)] == [
        Message("one text"),
        Message("Way", "street"),
        Message("%d day", plural="%d days"),
        Message("far"),
    ]


def test_what_a_template_says() -> None:
    source = """{% load i18n %}{% translate "Save" %} {% translate "May" context "month" %}
{% blocktranslate trimmed count n=things|length %}
  one {{ name }} thing
{% plural %}
  {{ n }} things
{% endblocktranslate %}
{% button text=_("It's done") %} {{ x|default:_("none") }}"""
    assert [message for message, _line in in_template(source)] == [
        Message("Save"),
        Message("May", "month"),
        Message("one %(name)s thing", plural="%(n)s things"),
        Message("It's done"),
        Message("none"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "translation", "trouble"),
    [
        ("mk", "Save", "", "is not translated"),
        ("mk", "Save", "Зачувај file", "keeps Latin words: file"),
        ("sq", "Save", "Ruaj сега", "keeps Cyrillic letters: 'Ruaj сега'"),
        ("sq", "Save now", "Save now", "is left as it is in English"),
        ("mk", "%(n)s acts", "актови", "has other places to fill than 'актови'"),
        ("mk", "Number {number}.", "Број {broj}.", "has other places to fill than 'Број {broj}.'"),
    ],
)
def test_what_is_wrong_with_a_translation(language: str, text: str, translation: str, trouble: str) -> None:
    assert troubles(language, text, [translation]) == [trouble]


def test_what_is_right_with_a_translation() -> None:
    assert troubles("mk", "Open the PDF of {number}", ["Отвори го PDF на {number}"]) == []
    assert troubles("sq", "Plan", ["Plan"]) == []
    assert troubles("mk", "As in „Vendim për …“.", ["Како во „Vendim për …“."]) == []


def test_a_missing_an_obsolete_and_a_contradicting_entry_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    konak = tmp_path / "konak"
    for room, entry in {
        "acts": 'msgid "Adopt"\nmsgstr "Donesi"\n\nmsgid "Gone"\nmsgstr "Iku"\n',
        "desk": 'msgid "Adopt"\nmsgstr "Mirato"\n',
    }.items():
        (konak / room / "locale/sq/LC_MESSAGES").mkdir(parents=True)
        (konak / room / "locale/sq/LC_MESSAGES/django.po").write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n' + entry, "utf-8"
        )
    (konak / "acts/flow.py").write_text(
        "from django.utils.translation import gettext as _\n_('Adopt'); _('Propose')\n", "utf-8"
    )
    monkeypatch.setattr(catalogue, "KONAK", konak)
    monkeypatch.setattr(catalogue, "MET", ())
    assert catalogue.faults("sq") == [
        "konak/acts/locale/sq/LC_MESSAGES/django.po: “Gone” is said nowhere",
        "konak/desk/locale/sq/LC_MESSAGES/django.po: “Adopt” is translated in two ways: 'Mirato', 'Donesi'",
        "konak/acts/flow.py:2: “Propose” is not translated to sq",
    ]


def test_what_django_lacks_is_said_by_us() -> None:
    then, now = datetime(2026, 10, 12, tzinfo=UTC), datetime(2026, 10, 13, tzinfo=UTC)
    with override("mk"):
        assert timesince(then, now).replace("\xa0", " ") == "1 ден"
        assert ngettext(
            "This password is too short. It must contain at least %d character.",
            "This password is too short. It must contain at least %d characters.",
            12,
        ).startswith("Лозинката")
    with override("sq"):
        assert timesince(then, now).replace("\xa0", " ") == "1 ditë"
        assert str(CharField().error_messages["required"]) == "Kjo fushë është e domosdoshme."
