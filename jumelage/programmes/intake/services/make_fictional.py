"""Make fictional applications by the services that applicants use: for demonstrations and for measures."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from jumelage.city.dossiers import queries as dossiers
from jumelage.city.dossiers.choices import DocumentKind, LegalForm, Office
from jumelage.city.dossiers.models import Dossier
from jumelage.city.dossiers.services.content.keep_account import keep_account as keep_bank_account
from jumelage.city.dossiers.services.content.keep_addresses import keep_addresses
from jumelage.city.dossiers.services.content.keep_document import keep_document
from jumelage.city.dossiers.services.content.keep_dossier import keep_dossier
from jumelage.city.dossiers.services.content.keep_officer import keep_officer
from jumelage.city.dossiers.services.content.open_dossier import open_dossier
from jumelage.foundation.accounts.services.keep_account import keep_account
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.permissions import Role
from jumelage.programmes.applications.queries.answers import DOCUMENT, Draft, draft_of
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.services.depositing.deposit_application import (
    deposit_application,
)
from jumelage.programmes.applications.services.writing.add_file import add_file
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applications.services.writing.start_application import start_application
from jumelage.programmes.calls.models import Call, Track
from jumelage.programmes.calls.queries import published
from jumelage.programmes.intake.rules import fiction
from jumelage.programmes.intake.rules.fiction_answers import DECLARATIONS, Answerer, ask_cents
from jumelage.programmes.intake.rules.fiction_papers import paper

DOCUMENTS = {
    LegalForm.DE_FACTO: (DocumentKind.DECLARATION, DocumentKind.IBAN),
    LegalForm.SCHOOL: (DocumentKind.STATUTES, DocumentKind.IBAN),
}
_BODIES = (DocumentKind.STATUTES, DocumentKind.ACCOUNTS, DocumentKind.IBAN)
_OFFICES = (Office.CHAIR, Office.SECRETARY, Office.TREASURER)


def make_fictional_application(
    call: Call,
    number: int,
    *,
    now: datetime,
    deposit: bool = True,
    complete: bool = True,
    twins: bool = True,
) -> Application:
    """The application of the fictional applicant `number` (from 1) in `call`: deposited, or a draft ready to be.

    Each has its own account (without a password), organisation and files; with `twins` some share an account number, a
    person, an address, a text or the organisation with the one before. With `complete` False most is left to do.
    Raises Refused("demo-only"), Refused("call-without-form") or what the services of applicants refuse.
    """
    if not settings.DEMO:
        raise Refused("demo-only")
    regulation = published(call)
    if regulation is None or not regulation.tracks:
        raise Refused("call-without-form")
    who = fiction.applicant(number)
    who = who if twins else replace(who, shares=None)
    with transaction.atomic():
        user, dossier = _organisation(who)
        application = start_application(
            call,
            _track(regulation.tracks, number),
            user=user,
            organisation=dossier.organisation,
            language=who.language,
            now=now,
        )
        _fill(application, who, user, complete=complete, now=now)
        if deposit:
            _deposit(application, who, user, now=now)
    application.refresh_from_db()
    return application


def _deposit(application: Application, who: fiction.Applicant, user: Any, *, now: datetime) -> None:
    deposit_application(
        _access(application),
        user=user,
        key=uuid4().hex,
        declaration=DECLARATIONS[who.language],
        now=now,
    )


def _track(tracks: list[Track], number: int) -> Track:
    # Two for the first track, one for each other: more people apply to it.
    round_of = [tracks[0], *tracks]
    return round_of[number % len(round_of)]


def _access(application: Application) -> Access:
    return Access(application, Role.LEAD)


def _organisation(who: fiction.Applicant) -> tuple[Any, Dossier]:
    """The person and the dossier; made on their first application, used again by the next."""
    if who.shares == fiction.Twin.ORGANISATION:
        who = fiction.applicant(who.number - 1)
    user = keep_account(who.email, name=who.people[0], language=who.language, roles=[])
    known = dossiers.dossiers_of(user)
    if known:
        return user, known[0].dossier
    dossier = open_dossier(
        legal_form=who.legal_form,
        name=who.name,
        enterprise_number=who.enterprise_number,
        user=user,
    )
    _complete_dossier(dossier, who, user)
    return user, dossier


def _complete_dossier(dossier: Dossier, who: fiction.Applicant, user: Any) -> None:
    values: dict[str, Any] = {"email": who.email}
    if dossier.legal_form == LegalForm.DE_FACTO:
        values["persons_count"] = 5
    keep_dossier(
        dossier,
        {**values, "enterprise_number": who.enterprise_number},
        version=dossier.version,
        actor=user,
    )
    seat = {
        "kind": "seat",
        "street": who.street,
        "postal_code": "1000",
        "town": "Bruxelles" if who.language == "fr" else "Brussel",
        "country": "BE",
    }
    keep_addresses(dossier, [seat], actor=user)
    for name, office in zip(who.people, _OFFICES, strict=True):
        signs = office == Office.CHAIR
        keep_officer(dossier, {"name": name, "office": office, "signs": signs}, actor=user)
    de_facto = dossier.legal_form == LegalForm.DE_FACTO
    holder = who.people[0] if de_facto else who.name
    account = keep_bank_account(dossier, iban=who.iban, holder=holder, actor=user)
    _documents(dossier, who, user, account)


def _documents(dossier: Dossier, who: fiction.Applicant, user: Any, account: Any) -> None:
    today = timezone.localdate()
    for kind in DOCUMENTS.get(LegalForm(dossier.legal_form), _BODIES):
        values: dict[str, Any] = {"kind": kind}
        if kind == DocumentKind.ACCOUNTS:
            values["year"] = today.year - 1
        if kind == DocumentKind.IBAN:
            values["account"] = account
        content, name = paper(who.name, kind), f"{kind}-{who.number}.pdf"
        keep_document(dossier, values, content=content, name=name, today=today, actor=user)


def _fill(
    application: Application, who: fiction.Applicant, user: Any, *, complete: bool, now: datetime
) -> None:
    access, draft = _access(application), draft_of(application)
    track = draft.track
    asked = ask_cents(who.number, cap_cents=track.cap_cents, minimum_cents=track.minimum_cents)
    answerer = Answerer(
        number=who.number,
        text_number=who.text_number,
        language=who.language,
        year=application.call.year,
        ask_cents=asked,
    )
    answers = _answers(draft, answerer)
    sections = draft.definition.sections
    for section in sections if complete else sections[:1]:
        own = {one.code: answers[one.code] for one in section.fields if one.code in answers}
        if own:
            save_section(access, section.code, own, user=user, seen=None, now=now)
    if complete:
        for field in _papers(draft, answers):
            content, name = paper(who.name, field), f"{field}-{who.number}.pdf"
            add_file(access, field, content, name=name, user=user, now=now)


def _answers(draft: Draft, answerer: Answerer) -> dict[str, Any]:
    """An answer to everything that is asked; one answer may make the form ask another question."""
    answers: dict[str, Any] = {}
    before = -1
    while len(answers) != before:
        before = len(answers)
        for code in forms.visible_fields(draft.definition, answers, draft.context) - set(answers):
            answer = answerer.answer(draft.definition.by_code[code])
            if answer is not None:
                answers[code] = answer
    return answers


def _papers(draft: Draft, answers: dict[str, Any]) -> list[str]:
    """Questions that ask for a file, of the form and beside it."""
    seen = forms.visible_fields(draft.definition, answers, draft.context)
    own = [
        code
        for code in seen
        if (field := draft.definition.by_code[code]).kind == forms.Kind.FILE and field.required
    ]
    return own + [f"{DOCUMENT}{one.slug}" for one in draft.asked_files if one.required]
