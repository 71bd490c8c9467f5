"""`jumelage demo FOLDER`: a site with a city's data, served as in production, for whoever wants to see it."""

import signal
import subprocess
import sys
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, CommandParser, call_command


class Command(BaseCommand):
    """Prepare the data folder, load the data files, make the fictional accounts, and serve."""

    help = "Prepare, load and serve a demonstration site."

    def add_arguments(self, parser: CommandParser) -> None:
        """The folder of data files."""
        parser.add_argument("folder")

    def handle(self, *args: Any, folder: str, **options: Any) -> None:  # noqa: ARG002
        """Run until stopped; a folder that does not load stops before anything is served."""
        if not settings.DEMO:
            raise CommandError("This is for a demonstration: set JUMELAGE_DEMO=1.")
        settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        collect_static()
        call_command("load", folder)
        call_command("demo_accounts")
        self.stdout.write(
            f"\nJumelage is served at {settings.SITE_ADDRESS}  (stop: Ctrl+C)\n"
            f"The mails it sends are at {settings.SITE_ADDRESS}/demo/courrier/\n"
        )
        self.stdout.flush()
        serve()


def collect_static() -> None:
    """Collect the static files, unless they are as the last time: compressing them takes seconds."""
    found = sorted(
        (path, storage.size(path), storage.get_modified_time(path).timestamp())
        for finder in get_finders()
        for path, storage in finder.list([])
    )
    state = sha256(repr(found).encode()).hexdigest()
    kept = settings.STATIC_ROOT / "collected.sha256"
    if not kept.exists() or kept.read_text("ascii") != state:
        call_command("collectstatic", interactive=False, verbosity=0)
        kept.write_text(state, "ascii")


def serve() -> None:
    """Run the web server and the worker of the queue together; when one stops, so does the other."""
    port = urlsplit(settings.SITE_ADDRESS).port or 8000
    server = [
        *(sys.executable, "-m", "gunicorn", "config.wsgi"),
        *("-c", str(settings.BASE_DIR / "deploy/gunicorn.conf.py"), "-b", f"127.0.0.1:{port}"),
        *("--log-level", "warning"),
    ]
    worker = [sys.executable, "-m", "config.console", "db_worker", "--verbosity", "0"]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    web, queue = (subprocess.Popen(command, cwd=settings.BASE_DIR) for command in (server, worker))  # noqa: S603
    try:
        web.wait()
    except KeyboardInterrupt:
        pass
    finally:
        for process in (web, queue):
            process.terminate()
        for process in (web, queue):
            process.wait()
