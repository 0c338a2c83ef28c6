from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "konak.opendata"
    label = "konak_opendata"
