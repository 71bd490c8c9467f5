"""How far the checking or the loading of an archive is, and what came of it, for whoever sent it."""

from typing import Any

from django.core.files.storage import default_storage

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.registers.models import Work
from jumelage.foundation.registers.queries.works import works_of
from jumelage.public.loading.choices import BundleWork
from jumelage.public.loading.rules.mistakes import Mistake


def bundle_works_of(user: Any) -> Any:
    """The archives that `user` sent: their checks and their loads, the newest first."""
    return works_of(user).filter(kind__in=BundleWork.values)


def bundle_work_of(user: Any, number: int) -> Work | None:
    """One of them; None when it is somebody else's, or another kind of work."""
    found: Work | None = bundle_works_of(user).filter(pk=number).first()
    return found


def progress_of(work: Work) -> tuple[int, int]:
    """Steps done and steps in all, (0, 0) when not known. Told beside the database: the rows come all at once."""
    name = progress_name(work)
    if not work.is_open or not default_storage.exists(name):
        return 0, 0
    with default_storage.open(name) as file:
        done, _, total = file.read().decode().partition(" ")
    return (int(done), int(total)) if done.isdecimal() and total.isdecimal() else (0, 0)


def progress_name(work: Work) -> str:
    """The file in which a running work tells how far it is."""
    return f"{work.given['file']}.{work.pk}.progress"


def worded(mistake: Mistake) -> str:
    """A mistake in words, and the sentence of Refused("nearest-word") where a known word is near."""
    parts = [sentence(Refused(mistake.code, **mistake.details))]
    if near := mistake.details.get("near"):
        parts.append(sentence(Refused("nearest-word", near=near)))
    return " ".join(parts)
