from importlib import import_module

from django.apps import AppConfig


class SessionsConfig(AppConfig):
    name = "konak.sessions"
    label = "konak_sessions"

    def ready(self) -> None:
        for part in ("facts", "index"):
            import_module(f"konak.sessions.{part}")
        import_module("konak.sessions.web.links").register()
