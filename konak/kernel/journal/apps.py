from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class JournalConfig(AppConfig):
    name = "konak.kernel.journal"
    label = "konak_journal"

    def ready(self) -> None:
        """Every room's facts and listeners are known before the first deed."""
        for config in apps.get_app_configs():
            if not config.name.startswith("konak."):
                continue
            for part in ("facts", "listeners", "jobs"):
                if find_spec(f"{config.name}.{part}") is not None:
                    import_module(f"{config.name}.{part}")
