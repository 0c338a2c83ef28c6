from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "konak.registry"
    label = "konak_registry"

    def ready(self) -> None:
        from konak.registry.web import links

        links.register()
