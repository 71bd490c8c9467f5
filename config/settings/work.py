"""Background work: a queue in our own database, so that it commits with the act that asks for it."""

from config.settings import env

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
# Held by every worker of the queue: the first to start takes up what a dead one left.
WORKER_LOCK = env.DATA / "worker.lock"
