"""Calls with a form, dossiers that lack nothing, and applications made by the services."""

import datetime as dt
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from jumelage.city.dossiers.models import (
    Address,
    BankAccount,
    Dossier,
    DossierDocument,
    DossierMember,
    Officer,
)
from jumelage.city.organisations.models import Identifier
from jumelage.foundation.accounts.models import User
from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.foundation.questionnaires.models import Form, FormVersion
from jumelage.programmes.applications.models import Application
from jumelage.programmes.applications.queries.files import Access, inside
from jumelage.programmes.applications.services.writing.save_section import save_section
from jumelage.programmes.applications.services.writing.start_application import start_application
from jumelage.programmes.calls.models import Call, Track
from jumelage.programmes.calls.services.freeze_texts import freeze_texts
from tests.factories.accounts import UserFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

BRUSSELS = ZoneInfo("Europe/Brussels")
# The hour of the call of the tests: 1 April 2027, 16:00 in Brussels.
HOUR = datetime(2027, 4, 1, 16, 0, tzinfo=BRUSSELS)
NOW = datetime(2027, 3, 20, 20, 0, tzinfo=BRUSSELS)


def words(said: str) -> dict[str, str]:
    return {"fr": said, "nl": f"{said} (nl)", "en": f"{said} (en)"}


def definition() -> dict[str, Any]:
    """A small form: texts, a country in one track, a budget, a letter, a statement."""
    return {
        "sections": [
            {
                "code": "project",
                "title": words("Le projet"),
                "fields": [
                    {"code": "title", "kind": "short_text", "label": words("Titre"), "required": True, "limit": 60},
                    {"code": "summary", "kind": "long_text", "label": words("Résumé"), "required": True, "limit": 300},
                    {"code": "audience", "kind": "short_text", "label": words("Public")},
                    {
                        "code": "country",
                        "kind": "country",
                        "label": words("Pays"),
                        "required": True,
                        "when": {"on": "context.track", "op": "eq", "value": "cooperation"},
                    },
                ],
            },
            {
                "code": "money",
                "title": words("Le budget"),
                "fields": [
                    {
                        "code": "budget",
                        "kind": "budget",
                        "label": words("Budget"),
                        "required": True,
                        "budget": {
                            "costs": [{"code": "staff", "label": words("Personnel")}],
                            "income": [{"code": "other", "label": words("Autre source")}],
                            "cap_article": "4",
                            "balance_article": "5",
                        },
                    }
                ],
            },
            {
                "code": "proof",
                "title": words("Les preuves"),
                "fields": [
                    {"code": "letter", "kind": "file", "label": words("Lettre du partenaire"), "required": True, "files_most": 2},
                    {"code": "true", "kind": "statement", "label": words("Je confirme"), "required": True},
                ],
            },
        ]
    }  # fmt: skip


ANSWERS: dict[str, dict[str, Any]] = {
    "project": {
        "title": "De l’eau à Labé",
        "summary": "Un puits, et qui s’en occupe.",
        "country": "GN",
    },
    "money": {
        "budget": {
            "costs": [{"category": "staff", "label": "Puisatier", "cents": 500_000}],
            "own_cents": 100_000,
            "ask_cents": 400_000,
        }
    },
    "proof": {"true": True},
}


def a_version(form: Form | None = None, raw: dict[str, Any] | None = None) -> FormVersion:
    form = form or Form.objects.create(
        slug=f"form-{Form.objects.count() + 1}", title=text("Formulaire")
    )
    number = form.versions.count() + 1
    return FormVersion.objects.create(
        form=form, number=number, definition=raw or definition(), published_at=NOW
    )


def a_call(form: Form | None = None, **given: Any) -> Call:
    """A published call, open until `HOUR`, with two tracks."""
    number = Call.objects.count() + 1
    values = {
        "slug": f"call-{number}",
        "year": 2027,
        "title": words(f"Appel {number}"),
        "summary": words("Résumé"),
        "opens_on": PartialDate(2027, 2, 1),
        "opens_hour": time(8),
        "closes_on": PartialDate(2027, 4, 1),
        "closes_hour": time(16),
        "form": form or a_version().form,
        "published": True,
        **given,
    }
    call = Call.objects.create(**values)
    for slug, cap in (("cooperation", 800_000), ("ecm", 400_000)):
        Track.objects.create(
            call=call, slug=slug, title=words(slug), summary=words(slug), cap_cents=cap
        )
    publish(call)
    return call


def publish(call: Call, now: datetime = NOW) -> None:
    """Let applicants read the call, and fill in its form, as they stand now."""
    call.current = freeze_texts(call, now=now)
    call.save()


def a_dossier(user: User | None = None, **given: Any) -> Dossier:
    """The dossier of a school, which lacks nothing, with `user` as a member."""
    number = Dossier.objects.count() + 1
    organisation = OrganisationFactory(slug=f"school-{number}", published=False)
    values = {
        "legal_form": "school",
        "name": f"École {number}",
        "email": "ecole@example.org",
        "opened_at": NOW,
        "changed_at": NOW,
        **given,
    }
    dossier = Dossier.objects.create(organisation=organisation, **values)
    digits = f"{2_073_734 + number:08d}"
    value = f"{digits}{97 - int(digits) % 97:02d}"
    Identifier.objects.create(organisation=organisation, scheme="BE-BCE_KBO", value=value)
    Address.objects.create(
        dossier=dossier, kind="seat", street="Rue Haute 1", postal_code="1000", town="Bruxelles"
    )
    account = BankAccount.objects.create(
        dossier=dossier,
        iban=f"BE685390075470{number:02d}",
        holder=dossier.name,
        preferred=True,
        kept_at=NOW,
    )
    Officer.objects.create(dossier=dossier, name="Awa Bah", office="chair", signs=True)
    member = user or UserFactory()
    DossierDocument.objects.create(
        dossier=dossier, kind="iban", account=account, file="dossiers/x.pdf", name="rib.pdf", media_type="application/pdf",
        size_bytes=1200, sha256="ab" * 32, sent_at=datetime.now(UTC), sent_by=member, confirmed_on=dt.date.today(),  # noqa: DTZ011
    )  # fmt: skip
    if user:
        DossierMember.objects.create(dossier=dossier, user=user, right="manage", since=NOW)
    return dossier


def an_application(
    user: User | None = None,
    call: Call | None = None,
    *,
    track: str = "cooperation",
    now: datetime = NOW,
) -> Access:
    """A draft as its starter sees it, for an organisation whose dossier lacks nothing."""
    user = user or UserFactory()
    call = call or a_call()
    dossier = a_dossier(user)
    application = start_application(
        call,
        call.tracks.get(slug=track),
        user=user,
        organisation=dossier.organisation,
        language="fr",
        now=now,
    )
    return seen_by(user, application)


def seen_by(user: User, application: Application) -> Access:
    """The application as `user` has it in hand now."""
    access = inside(user, application.key)
    assert access
    return access


def fill(access: Access, user: User, *, now: datetime = NOW, letter: bool = True) -> Access:
    """Answer everything; then nothing is left to do."""
    for code, answers in ANSWERS.items():
        save_section(access, code, answers, user=user, seen=None, now=now)
    if letter:
        join(access, user, now=now)
    return seen_by(user, access.application)


def join(access: Access, user: User, *, now: datetime = NOW, content: bytes = b"") -> Any:
    from jumelage.programmes.applications.services.writing.add_file import add_file
    from tests.factories.files import pdf

    return add_file(
        access, "letter", content or pdf("Bonjour"), name="lettre.pdf", user=user, now=now
    )
