"""What the room does upon news from below."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone
from django_tasks.signals import task_finished
from django_tasks_db.backend import TaskResult

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.registers.queries.registry import register_of
from jumelage.foundation.registers.services.note_texts import note_texts
from jumelage.foundation.registers.services.retry_task import retry_task


@receiver(post_save, sender=Entry)
def follow_texts(instance: Entry, **_: Any) -> None:
    """The states of texts follow every change of a record's fields, in the act's own transaction."""
    # Claims have a line of their own, about the same record; its texts did not move.
    if "fields" not in instance.details or "about" in instance.details:
        return
    label, _colon, key = instance.record.partition(":")
    register = register_of(label)
    record = register and register.model._default_manager.filter(pk=key).first()
    if register and record:
        note_texts(register, record, act=instance.pk)


@receiver(task_finished)
def try_again(task_result: Any, **_: Any) -> None:
    """A delivery whose server did not answer is made later; one made at once, without a queue, is not."""
    if isinstance(task_result, TaskResult):
        retry_task(task_result, now=timezone.now())
