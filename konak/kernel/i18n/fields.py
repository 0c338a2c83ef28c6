"""The database field for words in several languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class WordsField(models.JSONField):
    """One JSON object `{language: text}`; at least one language, no empty texts."""

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        fits = isinstance(value, dict) and all(
            isinstance(k, str) and isinstance(v, str) and v.strip() for k, v in value.items()
        )
        if not fits:
            raise ValidationError(_("Words are needed as a text for each language."))
