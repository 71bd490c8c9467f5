"""`jumelage first_administrator EMAIL`: who sets up a site that knows nobody yet."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext, override

from jumelage.foundation.accounts.services.keep_account import keep_account
from jumelage.foundation.accounts.services.keep_role import keep_role
from jumelage.public.desk.queries.first_acts import first_acts

CODE = "administrator"


class Command(BaseCommand):
    """Keeps the role of administrator and one account that holds it; the same again changes nothing."""

    help = "Make the first administrator; they sign in by a code sent to them, then set up a second factor."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom."""
        parser.add_argument("email")

    def handle(self, *_args: Any, email: str, **_options: Any) -> None:
        """Keep both, and say how to go on."""
        names = {}
        for code, _name in settings.LANGUAGES:
            with override(code):
                names[code] = gettext("Administrator")
        keep_role(CODE, name=names, staff=True, acts=first_acts())
        keep_account(email, name="", language=settings.LANGUAGE_CODE, roles=[CODE])
        self.stdout.write(f"{settings.SITE_ADDRESS}/desk/set-up/")
