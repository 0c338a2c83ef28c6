from django.apps import AppConfig


class ActsConfig(AppConfig):
    name = "konak.acts"
    label = "konak_acts"

    def ready(self) -> None:
        from konak.acts.web import links

        links.register()
