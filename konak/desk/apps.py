from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "konak.desk"
    label = "konak_desk"

    def ready(self) -> None:
        """The frame of the office learns where the day begins, where one searches and where notices are."""
        from konak.kernel.ui import frame

        frame.places(today="desk:home", search="desk:search", notices="desk:notices")
