"""Backup and restore of 1 GB of media and 100,000 rows: CPU seconds and growth of memory.

The bounds are 20 s and 100 MB, for the backup and for the restore each; on the engine of JUMELAGE_DATABASE.
The restore makes the search index again: 1,000 of the rows are found by it.
"""

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

MEDIA_BYTES, FILES, ROWS = 1_000_000_000, 1_000, 100_000
CPU_SECONDS, GROWTH_MB = 20, 100


def fill(media: Path) -> None:
    """Rows with as much text as real ones, and a file each for the first."""
    from jumelage.city.evidence.models import Document, Source

    (media / "documents").mkdir(parents=True)
    block = os.urandom(MEDIA_BYTES // FILES)
    for number in range(FILES):
        (media / f"documents/{number}.pdf").write_bytes(number.to_bytes(4) + block[4:])
    Document.objects.bulk_create(
        Document(slug=f"document-{number}", title=text(number), file=f"documents/{number}.pdf")
        for number in range(FILES)
    )
    for start in range(FILES, ROWS, 1_000):
        Source.objects.bulk_create(
            Source(
                slug=f"source-{number}",
                title=text(number),
                publisher=text(number),
                voice="city",
                date="2015-06",
                note={"fr": "eau " * 40},
            )
            for number in range(start, start + 1_000)
        )


def text(number: int) -> dict[str, str]:
    """A short text in two languages."""
    return {"fr": f"Texte {number}", "nl": f"Tekst {number}"}


def measure(name: str, act: Callable[[], object]) -> bool:
    """Whether both bounds hold."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clock, cpu = time.monotonic(), time.process_time()
    act()
    cpu, clock = time.process_time() - cpu, time.monotonic() - clock
    growth = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) / 1_000
    print(f"{name}: {cpu:.1f} s CPU ({clock:.1f} s), memory + {growth:.0f} MB")
    return cpu <= CPU_SECONDS and growth <= GROWTH_MB


def run(folder: Path, step: str) -> int:
    """One step, in a process of its own: its peak of memory is its own too."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from jumelage.public.desk.services.restore_backup import restore_backup
    from jumelage.public.desk.services.write_backup import write_backup

    backup = folder / "site.backup"
    if step == "fill":
        call_command("migrate", verbosity=0)
        fill(Path(settings.MEDIA_ROOT))
        return 0
    if step == "backup":
        good = measure("backup", lambda: write_backup(backup))
        print(f"{backup.stat().st_size / 1e6:.0f} MB")
        return int(not good)
    return int(not measure("restore", lambda: restore_backup(backup, replace=True)))


def main() -> int:
    """1 when a bound is broken."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "JUMELAGE_DATA": folder, "JUMELAGE_AUDIT_KEY": "bench"}
        environment |= {"DJANGO_SETTINGS_MODULE": "config.settings"}
        steps = ("fill", "backup", "restore")
        command = [sys.executable, "-m", "bench.backup", folder]
        codes = [
            os.spawnve(os.P_WAIT, sys.executable, [*command, step], environment) for step in steps
        ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2]) if len(sys.argv) > 2 else main())
