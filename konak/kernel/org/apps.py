from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "konak.kernel.org"
    label = "konak_org"
