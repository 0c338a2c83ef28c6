from django.apps import AppConfig


class LawsConfig(AppConfig):
    name = "konak.laws"
    label = "konak_laws"
