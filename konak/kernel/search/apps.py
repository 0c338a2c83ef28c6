from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class SearchConfig(AppConfig):
    name = "konak.kernel.search"
    label = "konak_search"

    def ready(self) -> None:
        """Every room's `index.py` is read, so that its listeners are known."""
        for config in apps.get_app_configs():
            if config.name.startswith("konak.") and find_spec(f"{config.name}.index") is not None:
                import_module(f"{config.name}.index")
