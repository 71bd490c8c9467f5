"""The console command `jumelage`: the one entry to every management command."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run `jumelage COMMAND …`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
