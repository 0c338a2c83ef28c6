from django.apps import AppConfig


class NumberingConfig(AppConfig):
    name = "konak.kernel.numbering"
    label = "konak_numbering"
