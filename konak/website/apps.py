from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "konak.website"
    label = "konak_website"

    def ready(self) -> None:
        """The frame of every page learns the town's name, its contacts, the public menu and what happens now."""
        from konak.kernel.ui import frame
        from konak.website.web import around

        frame.provide_town(around.town)
        frame.provide_menu(around.menu)
        frame.provide_happening(around.happening)
