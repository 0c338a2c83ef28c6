from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "konak.contacts"
    label = "konak_contacts"

    def ready(self) -> None:
        from konak.contacts.web import links

        links.register()
