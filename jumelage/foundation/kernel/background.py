"""Work done after the answer: the one place that names the task library.

A task is a delivery (mail, a file to build), is safe to run twice, and is queued in the same transaction as its act.
"""

from django_tasks import task

__all__ = ["task"]
