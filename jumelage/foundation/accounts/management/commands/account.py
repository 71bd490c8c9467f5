"""Open an account from the server, for the first administrator or for anybody."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from jumelage.foundation.accounts.queries import person_by_email
from jumelage.foundation.accounts.services.keep_account import keep_account
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence


class Command(BaseCommand):
    """`jumelage account EMAIL --role administrator`."""

    help = "Opens or changes an account; the person signs in by a code sent to the address."

    def add_arguments(self, parser: CommandParser) -> None:
        """The address, and what to keep about the person."""
        parser.add_argument("email")
        parser.add_argument("--name")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES])
        parser.add_argument("--role", action="append", default=[], help="may be repeated")

    def handle(self, *_args: Any, email: str, role: list[str], **options: Any) -> None:
        """Keep the account with exactly these roles; what is not given stays as it is."""
        known = person_by_email(email)
        name = options["name"] or (known.name if known else "")
        language = options["language"] or (known.language if known else settings.LANGUAGE_CODE)
        try:
            person = keep_account(email, name=name, language=language, roles=role)
        except Refused as refusal:
            raise CommandError(sentence(refusal)) from refusal
        self.stdout.write(f"{person.email}: {', '.join(sorted(role)) or 'no role'}")
