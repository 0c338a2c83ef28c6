from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "konak.kernel.notices"
    label = "konak_notices"
