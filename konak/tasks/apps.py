from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "konak.tasks"
    label = "konak_tasks"

    def ready(self) -> None:
        from konak.tasks.web import links

        links.register()
