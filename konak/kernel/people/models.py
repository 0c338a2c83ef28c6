"""Accounts of persons, and who stands for whom from when to when."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n import LANGUAGES
from konak.kernel.journal import Versioned
from konak.kernel.org import Holding, Person

LANGUAGE_NAMES = {"mk": "Македонски", "sq": "Shqip", "en": "English"}


class Accounts(BaseUserManager["Account"]):
    """Accounts come with their person: a signed-in request reads both with one query."""

    def get_queryset(self) -> models.QuerySet["Account"]:
        return super().get_queryset().select_related("person")

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username__iexact=username)


class Account(AbstractBaseUser, Versioned):
    """How a person signs in. What he may do comes from the posts he holds, never from the account.

    `one_time`: somebody else told the person the password, so another one is chosen before anything else.
    """

    username = models.CharField(_("user name"), max_length=60, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    language = models.CharField(
        max_length=2, choices=[(code, LANGUAGE_NAMES[code]) for code in LANGUAGES], default="mk"
    )
    sample = models.BooleanField(default=False)
    one_time = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = Accounts()

    class Meta:
        base_manager_name = "objects"
        constraints = (
            models.UniqueConstraint(
                fields=["person"], condition=Q(sample=False), name="people_account_one_for_a_person"
            ),
            models.UniqueConstraint(
                models.functions.Lower("username"), name="people_account_name_in_any_case"
            ),
        )

    def __str__(self) -> str:
        return self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """AbstractBaseUser's own, without its hook for password validators that need a clear text."""
        models.Model.save(self, *args, **kwargs)


class Deputy(Versioned):
    """`deputy` may stand for the holder of a post, both days included, on the basis of an authorisation."""

    holding = models.ForeignKey(Holding, models.PROTECT, related_name="+")
    deputy = models.ForeignKey(Person, models.PROTECT, related_name="+")
    start = models.DateField()
    end = models.DateField()
    basis = models.CharField(max_length=300)

    class Meta:
        indexes = (models.Index(fields=["deputy", "start"], name="people_deputy_of_a_person"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(end__gte=F("start")), name="people_deputy_ends_after_it_starts"
            ),
        )
