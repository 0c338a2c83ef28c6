from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "konak.kernel.people"
    label = "konak_people"
