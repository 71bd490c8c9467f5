"""Fictional applicants with complete drafts, made by the services into a data folder; and the judge of their deposits.

    python -m bench.crowd.applicants make FOLDER COUNT | close FOLDER SECONDS | judge FOLDER SECONDS

Each has a session of their own, so that no bench measures signing in. `judge` reads the receipts that applicants were given
(receipts.json) and looks for each of them in the database, in the journal and on the disk; it
ends with 1 when something is wrong, with 2 when a receipt still waits to be sent after so many seconds.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any


def begin(folder: str) -> None:
    """Start Django on the folder, as the demonstration: only there may applicants be made up."""
    os.environ |= {
        "JUMELAGE_DATA": folder,
        "JUMELAGE_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    import django

    django.setup()


def the_call() -> Any:
    """The call of the demonstration."""
    from jumelage.programmes.calls.models import Call

    return Call.objects.get(slug="2027")


def make(folder: str, count: int) -> None:
    """People with drafts that lack nothing, up to `count`; their addresses stand in people.json.

    Those of an earlier bench who have not deposited serve again.
    """
    from django.utils import timezone

    from jumelage.programmes.applications.models import Application
    from jumelage.programmes.intake.queries.fictional import next_fictional_number
    from jumelage.programmes.intake.services.make_fictional import make_fictional_application

    close(86_400)
    kept = Path(folder) / "people.json"
    fresh = Application.objects.filter(state="draft").exclude(attachments__field="other_papers")
    left = set(fresh.values_list("pk", flat=True))
    people = json.loads(kept.read_text()) if kept.exists() else []
    people = [one for one in people if one["application"] in left]
    call, first = the_call(), next_fictional_number()
    for number in range(first, first + count - len(people)):
        made = make_fictional_application(
            call, number, now=timezone.now(), deposit=False, twins=False
        )
        people.append(_person(made))
    kept.write_text(json.dumps(people))


def _person(application: Any) -> dict[str, Any]:
    key = application.key
    return {
        "application": application.pk,
        "session": _session(application.created_by),
        "section": address("application-section", key, "work"),
        "keep": address("application-keep", key, "work"),
        "papers": address("application-section", key, "papers"),
        "check": address("application-check", key),
    }


def address(name: str, *words: Any) -> str:
    """An address of the site, in French."""
    from django.urls import reverse
    from django.utils.translation import override

    with override("fr"):
        return reverse(name, args=words)


def _session(user: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "jumelage.foundation.accounts.adapters.StaffBackend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return str(store.session_key)


def close(seconds: float) -> None:
    """Set the hour of the call to `seconds` from now."""
    from django.utils import timezone

    from jumelage.foundation.kernel.partial_dates import PartialDate
    from jumelage.programmes.calls.models import Call

    hour = timezone.localtime() + timedelta(seconds=seconds)
    day = PartialDate(hour.year, hour.month, hour.day)
    Call.objects.filter(slug="2027").update(closes_on=day, closes_hour=hour.time())


def visited() -> list[str]:
    """What visitors read meanwhile: home, the call, the explorer."""
    return [address("home"), address("call", "2027"), address("projects")]


def judge(folder: str) -> list[str]:
    """What is wrong with the deposits: every receipt that was given, every row, the counter, the files, the journal."""
    from django.core.management import call_command
    from django.core.management.base import CommandError

    given = json.loads((Path(folder) / "receipts.json").read_text())
    found = [*_receipts(given), *_rows(), *_numbers(), *_files()]
    try:
        call_command("audit_verify")
    except CommandError as error:
        found.append(f"journal: {error}")
    return found


def _receipts(given: dict[str, list[dict[str, str]]]) -> Iterator[str]:
    """Receipts by application: all those of one tell of the same deposit, which is there, whole."""
    from jumelage.programmes.applications.models import Deposit
    from jumelage.programmes.applications.rules.content import digest_of

    for application, receipts in given.items():
        told = {(one["number"], one["sha256"]) for one in receipts}
        rows = list(Deposit.objects.filter(application_id=application))
        if len(rows) != 1 or told != {(rows[0].number, rows[0].sha256)}:
            yield f"application {application}: told {told}, kept {[str(one) for one in rows]}"
        elif digest_of(rows[0].content) != rows[0].sha256:
            yield f"deposit {rows[0]}: the content has another SHA-256"


def _rows() -> Iterator[str]:
    """State, deposit, line of the journal and mails of each application: all of them or none."""
    from jumelage.foundation.audit.models import Entry
    from jumelage.programmes.applications.choices import Letter, State
    from jumelage.programmes.applications.models import Application, Mail

    for one in Application.objects.prefetch_related("deposits"):
        deposits = [row.number for row in one.deposits.all()]
        lines = Entry.objects.filter(
            act="applications.deposit", record=f"applications.application:{one.pk}"
        )
        written = [line.details["number"] for line in lines]
        queued = Mail.objects.filter(application=one, kind=Letter.RECEIPT)
        mails = sorted({mail.occasion for mail in queued})
        if (one.state == State.DEPOSITED) != bool(deposits) or not deposits == written == mails:
            yield f"application {one.pk}: {one.state}, {deposits}, journal {written}, mails {mails}"


def _numbers() -> Iterator[str]:
    """Numbers without a gap, up to the counter."""
    from jumelage.programmes.applications.models import Counter, Deposit

    for year in Counter.objects.all():
        given = Deposit.objects.filter(year=year.year).order_by("sequence")
        if list(given.values_list("sequence", flat=True)) != list(range(1, year.last + 1)):
            yield f"year {year.year}: numbers and counter ({year.last}) differ"


def _files() -> Iterator[str]:
    """Every file that a deposit names lies on the disk, byte for byte."""
    from django.core.files.storage import default_storage

    from jumelage.programmes.applications.models import Attachment, Deposit

    for deposit in Deposit.objects.all():
        for named in json.loads(deposit.content)["files"]:
            row = Attachment.objects.get(pk=named["file"])
            with default_storage.open(row.file.name) as kept:
                if sha256(kept.read()).hexdigest() != named["sha256"]:
                    yield f"deposit {deposit}: the file {row.pk} is not what was sent"


def wait_for_mails(seconds: float) -> int:
    """How many mails still wait after at most `seconds`."""
    from jumelage.programmes.applications.choices import Sent
    from jumelage.programmes.applications.models import Mail

    end = time.monotonic() + seconds
    while (left := Mail.objects.filter(state=Sent.WAITING).count()) and time.monotonic() < end:
        time.sleep(1)
    return left


def main(step: str, folder: str, number: str = "0") -> int:
    begin(folder)
    if step == "make":
        make(folder, int(number))
        (Path(folder) / "visited.json").write_text(json.dumps(visited()))
        return 0
    if step == "close":
        close(float(number))
        return 0
    left = wait_for_mails(float(number))
    wrong = judge(folder)
    print(f"  receipts that still wait to be sent: {left}")
    print(
        "\n".join(f"  WRONG {one}" for one in wrong) or "  the database agrees with every receipt"
    )
    return int(bool(wrong)) + 2 * bool(left)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
