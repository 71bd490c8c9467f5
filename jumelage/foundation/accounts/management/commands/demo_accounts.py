"""Make one fictional account per role, for the demonstration only."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext, override

from jumelage.foundation.accounts.models import Role
from jumelage.foundation.accounts.queries import every_role
from jumelage.foundation.accounts.services.keep_account import keep_account

PASSWORD = "jumelage-demo-2026"  # noqa: S105 - printed on purpose: these accounts are fictional
DOMAIN = "demo.jumelage.example"


class Command(BaseCommand):
    """`jumelage demo_accounts`."""

    help = "Makes one fictional account per role and prints them; only with JUMELAGE_DEMO on."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Keep the accounts; running it again changes nothing."""
        if not settings.DEMO:
            raise CommandError("Fictional accounts are made only when JUMELAGE_DEMO is on.")
        roles = every_role()
        if not roles:
            raise CommandError("There are no roles yet: run `jumelage load demo/brussels` first.")
        rows = [(role.code, _account(role), PASSWORD) for role in roles]
        heads = ("role", "e-mail address", "password")
        widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
        for row in (heads, *rows):
            line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write(line.rstrip())
        staff = ", ".join(role.code for role in roles if role.staff)
        self.stdout.write(f"At their first sign-in, these set up a second factor: {staff}.")


def _account(role: Role) -> str:
    email = f"{role.code}@{DOMAIN}"
    language = settings.LANGUAGE_CODE
    with override(language):
        name = gettext("{role} (demonstration)").format(role=role.name)
    keep_account(email, name=name, language=language, roles=[role.code], password=PASSWORD)
    return email
