"""`jumelage demo_applications --count 60`: fictional applications for a demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.calls import queries as calls
from jumelage.programmes.calls.models import Call
from jumelage.programmes.intake.queries.fictional import next_fictional_number
from jumelage.programmes.intake.services.make_fictional import make_fictional_application

_EVERY_TENTH = 10


class Command(BaseCommand):
    """Each run adds as many again, with numbers that go on."""

    help = (
        "Makes fictional, clearly marked applications by the services; only with JUMELAGE_DEMO on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How many, how many of them deposited, in which call."""
        parser.add_argument("--count", type=int, default=60)
        parser.add_argument("--deposited-share", type=float, default=0.7, help="from 0 to 1")
        parser.add_argument("--call", default="", help="its name; without one, the first open call")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Make them one by one, and say how many."""
        if not settings.DEMO:
            raise CommandError("Fictional applications are made only when JUMELAGE_DEMO is on.")
        call, share = _call(options["call"]), options["deposited_share"]
        first, deposited = next_fictional_number(), 0
        for step in range(options["count"]):
            # The deposited ones are spread evenly over the whole, and so are the barely begun ones.
            deposit = int((step + 1) * share) > int(step * share)
            complete = deposit or step % 2 == 0
            try:
                make_fictional_application(
                    call, first + step, now=timezone.now(), deposit=deposit, complete=complete
                )
            except Refused as refusal:
                raise CommandError(sentence(refusal)) from refusal
            deposited += deposit
            if (step + 1) % _EVERY_TENTH == 0:
                self.stdout.write(f"{step + 1} of {options['count']}")
        self.stdout.write(f"{options['count']} fictional applications, {deposited} deposited.")


def _call(name: str) -> Call:
    found = calls.call_named(name) if name else next(iter(calls.open_calls(timezone.now())), None)
    if found is None:
        raise CommandError(sentence(Refused("call-unknown")))
    return found
