"""Check or load an archive of data files, by the worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.registers.models import Work
from jumelage.public.loading.permissions import may_load
from jumelage.public.loading.queries.bundles import progress_name
from jumelage.public.loading.queries.data_files import rulebook
from jumelage.public.loading.rules.bundle import blocks_of, members_of, opened
from jumelage.public.loading.rules.folder import kinds_of
from jumelage.public.loading.rules.mistakes import Mistake
from jumelage.public.loading.services.load_folder import Loaded, load_folder

# What the page shows of a long list; the rest is counted.
MOST_TOLD = 300
# A step in so many is told.
_EVERY = 20


def check_step(work: Work) -> bool:
    """Load the archive and take it all back: what is wrong, or what would change. True after the second step.

    Raises Refused("bundle-gone") and what the archive's rules refuse.
    """
    return _step(work, rehearse=True)


def load_step(work: Work) -> bool:
    """Load the archive, all or nothing. True after the second step. Raises as `check_step` does."""
    return _step(work, rehearse=False)


def _step(work: Work, *, rehearse: bool) -> bool:
    if not work.memory:
        # The first step only says that it begins: the second is one transaction, seen when it is over.
        work.memory = {"begun": True}
        return False
    person: Any = work.owner
    try:
        with _unpacked(work.given["file"]) as folder, override(person.language):
            loaded = load_folder(
                folder,
                actor=person,
                rehearse=rehearse,
                may_keep=partial(may_load, person),
                tell=partial(_tell, progress_name(work)),
            )
    finally:
        default_storage.delete(progress_name(work))
    if loaded.mistakes or not rehearse:
        default_storage.delete(work.given["file"])
    work.memory = _told(loaded)
    work.done = work.total = sum(sum(counts.values()) for counts in loaded.counts.values())
    return True


@contextmanager
def _unpacked(name: str) -> Iterator[Path]:
    """The archive as a folder, for as long as it is read."""
    if not default_storage.exists(name):
        raise Refused("bundle-gone")
    with default_storage.open(name) as kept:
        content = kept.read()
    folders = [kind.place for kind in kinds_of(rulebook([])).values() if kind.place.endswith("/")]
    with opened(content) as archive, TemporaryDirectory(prefix="jumelage-") as place:
        for member in members_of(archive, folders=folders):
            target = Path(place) / member.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as file:
                for block in blocks_of(archive, member):
                    file.write(block)
        yield Path(place)


def _tell(name: str, done: int, total: int) -> None:
    if done % _EVERY == 0:
        default_storage.delete(name)
        default_storage.save(name, ContentFile(f"{done} {total}".encode()))


def _told(loaded: Loaded) -> dict[str, Any]:
    """The outcome as the work remembers it."""
    return {
        "mistakes": [_mistake(one) for one in loaded.mistakes[:MOST_TOLD]],
        "mistakes_more": max(0, len(loaded.mistakes) - MOST_TOLD),
        "warnings": [_mistake(one) for one in loaded.warnings[:MOST_TOLD]],
        "counts": {place: dict(counts) for place, counts in loaded.counts.items()},
        "changes": [vars(one) for one in loaded.changes[:MOST_TOLD]],
        "changes_more": max(0, len(loaded.changes) - MOST_TOLD),
    }


def _mistake(one: Mistake) -> list[Any]:
    details = {name: str(value) for name, value in one.details.items()}
    # Its own folder was a passing one: no name of ours.
    details |= {"folder": "."} if "folder" in details else {}
    return [one.file, one.line, one.code, details]
