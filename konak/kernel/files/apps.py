from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "konak.kernel.files"
    label = "konak_files"
