"""The mail of a notice: tried until the town's mail server takes it."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext

from konak.kernel.journal import listener
from konak.kernel.people import Account

from .facts import Notified
from .models import Notice


@listener(Notified, name="notices.mail")
def mail(told: Notified, entry: Any) -> None:
    """Send it once. A second copy after a crash has the same Message-ID, so mail programs show one."""
    notice = Notice.objects.select_for_update(of=("self",)).select_related("person").get(pk=told.notice)
    if notice.mailed_at is not None or not notice.person.email:
        return
    language = language_of(notice.person_id) or (notice.person.languages or ["mk"])[0]
    office = f"{settings.ADDRESS}{settings.LOGIN_REDIRECT_URL}"
    with translation.override(language):
        sentence = notice.sentence(language)
        closing = gettext("Open it in Konak: {address}").format(address=office)
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    message = EmailMessage(
        subject=" ".join(sentence.split())[:120],
        body=f"{sentence}\n\n{closing}\n",
        to=[notice.person.email],
        headers={
            "Message-ID": f"<notice-{notice.pk}@{host}>",
            "Content-Language": language,
            "Auto-Submitted": "auto-generated",
        },
    )
    message.send()
    notice.mailed_at = timezone.now()
    notice.save(update_fields=["mailed_at"])


def language_of(person_id: int) -> str:
    """The language of the person's account; empty for who has none."""
    found = Account.objects.filter(person_id=person_id, is_active=True).order_by("id")
    return found.values_list("language", flat=True).first() or ""
