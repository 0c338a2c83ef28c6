from importlib import import_module

from django.apps import AppConfig


class ActsConfig(AppConfig):
    name = "konak.acts"
    label = "konak_acts"

    def ready(self) -> None:
        for part in ("facts", "index", "web.links"):
            import_module(f"konak.acts.{part}")
