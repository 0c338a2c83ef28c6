from django.apps import AppConfig


class SigningConfig(AppConfig):
    name = "konak.kernel.signing"
    label = "konak_signing"
