"""One application as the service sees it: what was deposited, and as far as the matrix lets them see it."""

from dataclasses import dataclass
from typing import Any

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.questionnaires.queries.forms import definition_of
from jumelage.foundation.questionnaires.queries.readout import answers_shown
from jumelage.programmes.applications.choices import Channel
from jumelage.programmes.applications.models import (
    CompletionWindow,
    Deposit,
    Intake,
    LateCode,
    Mail,
    Member,
    Question,
)
from jumelage.programmes.applications.permissions import Part
from jumelage.programmes.applications.queries.deposits import (
    asked_cents,
    completions_of,
    content_of,
    deposits_of,
    standing_deposit,
)
from jumelage.programmes.applications.queries.exchange import mails_of, questions_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.people import members_of
from jumelage.programmes.applying.queries.history import journal_of
from jumelage.programmes.calls import queries as calls


@dataclass(frozen=True)
class Sheet:
    """What a page of the desk may show of one application; what may not be seen is not in it."""

    access: Access
    title: str
    number: str
    organisation: str
    amount_cents: int | None
    account: dict[str, Any] | None
    dossier: dict[str, Any] | None
    sections: list[dict[str, Any]]
    files: list[dict[str, Any]]
    people: list[Member]
    arrival: Intake | None
    questions: list[Question]
    codes: list[LateCode]
    windows: list[CompletionWindow]
    mails: list[Mail]
    deposits: list[Deposit]
    history: list[Entry]


def sheet_of(access: Access) -> Sheet:
    """The sheet of an application for who has `access` to it; amounts in euro cents. At most 16 queries."""
    application, parts = access.application, access.parts
    deposit = standing_deposit(application)
    content = (content_of(application) or {}) if deposit else {}
    dossier = content.get("organisation") or {}
    history = Part.HISTORY in parts
    return Sheet(
        access=access,
        title=application.title if Part.TITLE in parts else "",
        number=deposit.number if deposit and Part.NUMBER in parts else "",
        organisation=str(application.organisation or "") if Part.ORGANISATION in parts else "",
        amount_cents=asked_cents(content) if Part.AMOUNT in parts else None,
        account=dossier.get("account") if Part.ACCOUNT in parts else None,
        dossier=dossier if Part.PEOPLE in parts and Part.ANSWERS in parts else None,
        sections=_sections(access, deposit, content) if Part.ANSWERS in parts else [],
        files=_files(access, content) if Part.FILES in parts else [],
        people=members_of(application) if Part.PEOPLE in parts else [],
        arrival=_arrival(access) if Part.PEOPLE in parts else None,
        questions=questions_of(application) if Part.QUESTIONS in parts else [],
        codes=_codes(access) if Part.EXCEPTIONS in parts else [],
        windows=completions_of(application) if Part.EXCEPTIONS in parts else [],
        mails=mails_of(application) if Part.MAILS in parts else [],
        deposits=deposits_of(application) if history else [],
        history=journal_of(application) if history else [],
    )


def _arrival(access: Access) -> Intake | None:
    """Who sent it and when, of what came on paper."""
    application = access.application
    return None if application.channel == Channel.ONLINE else application.intake


def _files(access: Access, content: dict[str, Any]) -> list[dict[str, Any]]:
    """What was deposited; of what came on paper and is not registered yet, its original."""
    if content or access.application.channel == Channel.ONLINE:
        deposited: list[dict[str, Any]] = content.get("files", [])
        return deposited
    originals = access.application.attachments.filter(field="")
    return [{"file": one.pk, "name": one.name, "size_bytes": one.size_bytes} for one in originals]


def _codes(access: Access) -> list[LateCode]:
    found = access.application.late_codes.select_related("given_by", "redeemed_by")
    return list(found)


def _sections(
    access: Access, deposit: Deposit | None, content: dict[str, Any]
) -> list[dict[str, Any]]:
    """The answers as they were frozen: what is being completed and not sent yet is not shown."""
    if deposit is None:
        return []
    application = access.application
    track = calls.track_of(application.call, content["track"]["slug"]) or application.track
    answers = dict(content["answers"])
    for one in content["files"]:
        answers.setdefault(one["field"], []).append(one)
    definition = definition_of(deposit.form_version)
    return answers_shown(definition, answers, {"track": track.slug})
