from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "konak.kernel.org"
    label = "konak_org"

    def ready(self) -> None:
        """The journal calls persons by their names."""
        from konak.kernel.journal import persons_are_named_by

        from .queries import name_of

        persons_are_named_by(name_of)
