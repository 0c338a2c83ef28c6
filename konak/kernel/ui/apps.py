from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "konak.kernel.ui"
    label = "konak_ui"
