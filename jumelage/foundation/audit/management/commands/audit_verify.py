"""Check that the journal is whole; run by cron, and by hand whenever in doubt."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext, ngettext

from jumelage.foundation.audit.phrases import FINDINGS
from jumelage.foundation.audit.queries import number_of_lines, verification


class Command(BaseCommand):
    """Print a sentence per line that is wrong, and fail; or say how many lines are right."""

    help = "Check that no line of the journal was changed, inserted or removed."

    def handle(self, *_: Any, **__: Any) -> None:
        """Verify, and say what was found."""
        found = verification()
        for finding in found:
            self.stderr.write(str(FINDINGS[finding.code]).format(number=finding.number))
        if found:
            raise CommandError(gettext("The journal is not whole."))
        lines = number_of_lines()
        said = ngettext(
            "The journal is whole: %(lines)d line.", "The journal is whole: %(lines)d lines.", lines
        )
        self.stdout.write(said % {"lines": lines})
