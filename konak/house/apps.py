from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "konak.house"
    label = "konak_house"
