from django.apps import AppConfig


class GazetteConfig(AppConfig):
    name = "konak.gazette"
    label = "konak_gazette"

    def ready(self) -> None:
        from konak.gazette.web import links

        links.register()
