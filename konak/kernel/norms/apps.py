from django.apps import AppConfig
from django.core.signals import request_started


class NormsConfig(AppConfig):
    name = "konak.kernel.norms"
    label = "konak_norms"

    def ready(self) -> None:
        from .reading import fresh

        request_started.connect(fresh, dispatch_uid="konak.norms.fresh")
