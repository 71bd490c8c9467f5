"""Background work: a queue in our own database, so that it commits with the act that asks for it."""

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
