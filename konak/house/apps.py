from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "konak.house"
    label = "konak_house"

    def ready(self) -> None:
        """The frame learns where the house's own places are."""
        from django.urls import reverse
        from django.utils.translation import gettext_lazy as _

        from konak.kernel import notices
        from konak.kernel.ui import frame, links, navigation

        frame.places(me="people_me", sign_out="account_logout", language="people_language")
        frame.provide_notices_count(notices.unread)
        navigation.register(
            navigation.Room(
                label=_("Accounts"), url_name="accounts:list", roles=frozenset({"it_admin"}), order=90
            ),
            navigation.Room(
                label=_("Norms"),
                url_name="norms:list",
                roles=frozenset({"secretary", "head", "it_admin", "lawyer"}),
                order=91,
            ),
        )
        links.register("norms.deviation", lambda pk: reverse("norms:deviation", args=[pk]))
