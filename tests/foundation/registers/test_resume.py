"""A worker that dies in the middle of a task: the next one takes the task up; a server that is away is asked again."""

import fcntl
from datetime import timedelta
from pathlib import Path
from smtplib import SMTPServerDisconnected

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.signals import task_finished
from django_tasks_db.models import DBTaskResult

from jumelage.foundation.registers.services.resume_tasks import MOST_TIMES, resume_tasks
from jumelage.foundation.registers.services.retry_task import PAUSES
from jumelage.programmes.applications.tasks import deliver

pytestmark = pytest.mark.django_db


def cut_off(times=1):
    """A task that was running when its worker died, for the `times`th time."""
    number = deliver.enqueue(0).id
    task = DBTaskResult.objects.get(pk=number)
    for turn in range(times):
        task.claim(f"worker-{turn}")
    return task


def status(task):
    return DBTaskResult.objects.get(pk=task.pk).status


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}
    }
    settings.WORKER_LOCK = tmp_path / "worker.lock"


def test_what_was_cut_off_begins_again():
    task, other = cut_off(), cut_off(MOST_TIMES - 1)
    assert resume_tasks() == 2
    assert {status(task), status(other)} == {TaskResultStatus.READY}
    assert resume_tasks() == 0


def test_what_kills_every_worker_is_given_up():
    task = cut_off(MOST_TIMES)
    assert resume_tasks() == 0
    assert status(task) == TaskResultStatus.FAILED


@pytest.mark.parametrize("alone", [True, False])
def test_a_worker_takes_up_the_task_of_a_dead_one_and_not_that_of_a_living_one(monkeypatch, alone):
    task = cut_off()
    ran = []
    monkeypatch.setattr(
        "django_tasks_db.management.commands.db_worker.Command.handle",
        lambda *_, **__: ran.append(status(task)),
    )
    with Path(settings.WORKER_LOCK).open("a") as other:
        if not alone:
            fcntl.flock(other, fcntl.LOCK_SH)
        call_command("db_worker")
    assert ran == [TaskResultStatus.READY if alone else TaskResultStatus.RUNNING]


def failed(error, times=1):
    """A task that failed so for the `times`th time, as the worker tells it."""
    task = cut_off(times)
    task.set_failed(error)
    task_finished.send(sender=None, task_result=task.task_result)
    return DBTaskResult.objects.get(pk=task.pk)


@pytest.mark.parametrize("times", range(1, len(PAUSES) + 1))
def test_a_delivery_whose_server_is_away_is_made_later(times):
    task = failed(SMTPServerDisconnected("gone"), times)
    assert task.status == TaskResultStatus.READY
    pause = task.run_after - timezone.now()
    assert abs(pause - PAUSES[times - 1]) < timedelta(seconds=30)
    assert task not in DBTaskResult.objects.ready()


def test_what_fails_time_and_again_or_by_our_own_fault_is_given_up():
    class OwnError(Exception):
        """Of a name that nobody can import."""

    given_up = (
        failed(ConnectionRefusedError(), len(PAUSES) + 1),
        failed(KeyError()),
        failed(OwnError()),
    )
    assert {task.status for task in given_up} == {TaskResultStatus.FAILED}
