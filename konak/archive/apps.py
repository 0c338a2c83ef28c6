from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "konak.archive"
    label = "konak_archive"
