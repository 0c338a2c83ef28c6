from django.apps import AppConfig


class LawsConfig(AppConfig):
    name = "konak.laws"
    label = "konak_laws"

    def ready(self) -> None:
        from konak.laws.web import links

        links.register()
