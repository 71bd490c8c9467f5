"""The receipt of a deposit as a PDF/UA, made from what was frozen, so that it can always be made again."""

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from jumelage.foundation.kernel.pdf import render_pdf
from jumelage.foundation.kernel.templatetags.words import file_size
from jumelage.foundation.kernel.wording import day_words
from jumelage.programmes.applications.choices import Channel
from jumelage.programmes.applications.models import CompletionWindow, Deposit
from jumelage.programmes.applications.rules.content import grouped
from jumelage.programmes.calls.queries.words import hour_words as hour_on_clocks


def hour_words(moment: Any) -> str:
    """A moment on the city's clocks to the second, with their zone: "1 April 2027, 15:59:07 (Europe/Brussels)"."""
    local = timezone.localtime(moment)
    return f"{day_words(local)}, {hour_on_clocks(local, '%H:%M:%S')} ({settings.TIME_ZONE})"


def moment_words(moment: Any) -> str:
    """A moment on the city's clocks, in the reader's language: "1 April 2027, 16:00"."""
    local = timezone.localtime(moment)
    return f"{day_words(local)}, {hour_on_clocks(local)}"


def receipt_pdf(deposit: Deposit, language: str, window: CompletionWindow | None = None) -> bytes:
    """The PDF/UA-1 receipt of `deposit` in `language`, or of the completion `window` beside it."""
    with override(language):
        return render_pdf("receipt", receipt_data(deposit, language, window))


def receipt_data(
    deposit: Deposit, language: str, window: CompletionWindow | None = None
) -> dict[str, Any]:
    """What the receipt says; call inside the language in which it is read."""
    content = json.loads(window.content if window else deposit.content)
    digest = window.sha256 if window else deposit.sha256
    at, by = (window.completed_at, window.completed_by) if window else (deposit.at, deposit.by)
    kind = gettext("Receipt of a completion") if window else gettext("Receipt of a deposit")
    return {
        "lang": language,
        "title": deposit.number,
        "kicker": kind,
        "city": _text(content["call"]["title"], language),
        "summary": gettext("Your application is deposited. Keep this receipt."),
        "withdrawn": gettext("Withdrawn on {moment}.").format(
            moment=hour_words(deposit.withdrawn_at)
        )
        if deposit.withdrawn_at
        else "",
        "facts": _facts(deposit, content, language, at=hour_words(at), by=str(by)),
        "digest": grouped(digest),
        "files": [_file(one) for one in _files(content)],
        "declaration": content["declaration"],
        "said": _said(),
        "made_on": hour_words(timezone.now()),
        "address": f"{settings.SITE_ADDRESS}{_place(deposit, content)}",
    }


def _facts(
    deposit: Deposit, content: dict[str, Any], language: str, **when: str
) -> list[dict[str, str]]:
    organisation = content["organisation"] or {}
    pairs = [
        (gettext("Number"), deposit.number),
        (gettext("Project"), content.get("title") or deposit.application.title),
        (gettext("Organisation"), organisation.get("name", "")),
        (gettext("Call"), _text(content["call"]["title"], language)),
        (gettext("Track"), _text(content["track"]["title"], language)),
        (gettext("Deposited on"), when["at"]),
        *_sender(deposit, when["by"]),
        (gettext("Allowed because"), deposit.get_ground_display()),  # type: ignore[attr-defined,unused-ignore]
    ]
    return [{"label": label, "value": str(value)} for label, value in pairs if value]


def _sender(deposit: Deposit, by: str) -> list[tuple[str, str]]:
    """Who deposited; of what came on paper, who sent it and when it arrived, which decides."""
    if deposit.application.channel == Channel.ONLINE:
        return [(gettext("Deposited by"), by)]
    arrival = deposit.application.intake
    return [
        (gettext("Way it came"), deposit.application.get_channel_display()),
        (gettext("Hour of arrival"), hour_words(arrival.arrived_at)),
        (gettext("Sent by"), arrival.sender),
    ]


def _place(deposit: Deposit, content: dict[str, Any]) -> str:
    """The page of the application; who applied on paper cannot open it, and is led to the call."""
    if deposit.application.channel == Channel.ONLINE:
        return reverse("application", args=[content["application"]])
    return reverse("call", args=[content["call"]["slug"]])


def _files(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Files of the application, then those of the dossier that go with it."""
    dossier = (content["organisation"] or {}).get("documents", [])
    return [*content["files"], *dossier]


def _file(one: dict[str, Any]) -> dict[str, str]:
    return {
        "name": one["name"],
        "size": file_size(one["size_bytes"]),
        "digest": grouped(one["sha256"]),
    }


def _said() -> dict[str, str]:
    return {
        "digest": gettext("Fingerprint of the content (SHA-256)"),
        "digest_help": gettext(
            "It changes when a single character of what you deposited changes. With the copy of your data, anybody can"
            " compute it again."
        ),
        "files": gettext("Files deposited, each with its fingerprint (SHA-256)"),
        "no_files": gettext("No file was joined."),
        "declaration": gettext("Declaration"),
        "fact": gettext("What"),
        "value": gettext("Details"),
        "made_on": gettext("This copy was made on"),
        "address": gettext("Address:"),
        "page": gettext("Page"),
        "mark": gettext("Two rings, one line"),
        "site": gettext("International solidarity"),
    }


def _text(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or next((text for text in texts.values() if text), "")
