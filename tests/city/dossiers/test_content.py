"""Acts on what a dossier says: opening, changing, accounts, people, documents, checks."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from freezegun import freeze_time
from pytest_django import Settings

from jumelage.city.dossiers.choices import DocumentKind, DocumentState, LegalForm, Right, Standing
from jumelage.city.dossiers.models import BankAccount, Dossier, DossierDocument
from jumelage.city.dossiers.queries import (
    dossier_for,
    frozen_dossier,
    missing_in,
    number_of,
    payee_account,
)
from jumelage.city.dossiers.queries.completeness import standing_of
from jumelage.city.dossiers.services.content.check_document import check_document
from jumelage.city.dossiers.services.content.check_register import check_register
from jumelage.city.dossiers.services.content.confirm_document import confirm_document
from jumelage.city.dossiers.services.content.keep_account import close_account, keep_account
from jumelage.city.dossiers.services.content.keep_addresses import keep_addresses
from jumelage.city.dossiers.services.content.keep_document import keep_document
from jumelage.city.dossiers.services.content.keep_dossier import keep_dossier
from jumelage.city.dossiers.services.content.keep_officer import keep_officer, remove_officer
from jumelage.city.dossiers.services.content.look_up_number import LIMIT, look_up_number
from jumelage.city.dossiers.services.content.open_dossier import open_dossier
from jumelage.city.organisations.choices import Kind
from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from tests.factories.accounts import UserFactory
from tests.factories.dossiers import (
    TODAY,
    AccountFactory,
    DocumentFactory,
    DossierFactory,
    MemberFactory,
    OfficerFactory,
    complete,
    managed,
    with_number,
)
from tests.factories.files import pdf
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def refused(act: Any, *args: Any, **given: Any) -> str:
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.code


def acts() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("act", flat=True))


def test_a_dossier_is_opened_closed_to_visitors() -> None:
    user = UserFactory(language="nl")
    dossier = open_dossier(
        legal_form="asbl", name="Vzw Licht", enterprise_number="BE 0403.019.261", user=user
    )
    organisation = dossier.organisation
    organisation.refresh_from_db()
    assert organisation.published is False
    assert organisation.kind == Kind.ASSOCIATION
    assert str(organisation.name) == "Vzw Licht"
    assert organisation.slug.startswith("vzw-licht-")
    assert number_of(dossier) == "0403019261"
    member = dossier.members.get()
    assert (member.user, member.right) == (user, Right.MANAGE)
    assert acts() == ["dossiers.open"]
    assert not Entry.objects.get().public


def test_opening_is_refused() -> None:
    user, given = UserFactory(), {"legal_form": "asbl", "name": "Asbl"}
    assert refused(open_dossier, **given, user=user) == "dossier-number-missing"
    code = refused(open_dossier, **given, enterprise_number="0403.019.262", user=user)
    assert code == "enterprise-number-check"
    with_number(managed())
    code = refused(open_dossier, **given, enterprise_number="0403019261", user=user)
    assert code == "dossier-number-taken"
    given["name"] = "Ali 85.07.30-033.28"
    assert refused(open_dossier, **given, enterprise_number="0207373429", user=user) == (
        "national-number"
    )
    assert Dossier.objects.count() == 1


def test_a_de_facto_association_has_no_number() -> None:
    user = UserFactory()
    given = {"legal_form": "de_facto", "enterprise_number": "whatever", "user": user}
    dossier = open_dossier(name="東", **given)
    assert number_of(dossier) == ""
    assert dossier.organisation.slug.startswith("de_facto-")
    open_dossier(name="東", **given)


def test_looking_a_number_up_is_counted() -> None:
    held = with_number(managed()).organisation
    user = UserFactory()
    assert look_up_number("0403.019.261", user=user) == held
    assert look_up_number("0207373429", user=user) is None
    held.merged_into = kept = OrganisationFactory()
    held.save()
    assert look_up_number("0403.019.261", user=user) == kept
    assert refused(look_up_number, "12", user=user) == "enterprise-number-length"
    for _ in range(LIMIT - 3):
        look_up_number("0207373429", user=user)
    assert refused(look_up_number, "0207373429", user=user) == "lookups-many"
    assert look_up_number("0207373429", user=UserFactory()) is None


def test_a_pause_of_some_minutes_brings_no_new_numbers() -> None:
    user, start = UserFactory(), timezone.now()
    with freeze_time(start):
        for _ in range(LIMIT):
            look_up_number("0207373429", user=user)
    with freeze_time(start + timedelta(minutes=59)):
        assert refused(look_up_number, "0207373429", user=user) == "lookups-many"
    with freeze_time(start + timedelta(minutes=61)):
        assert look_up_number("0207373429", user=user) is None


def test_details_are_changed_once() -> None:
    user = UserFactory(language="fr")
    dossier = with_number(managed(user))
    values = {"name": "Nouveau nom", "acronym": "NN", "enterprise_number": "0403.019.261"}
    kept = keep_dossier(dossier, values, version=1, actor=user)
    assert (kept.version, kept.name) == (2, "Nouveau nom")
    kept.organisation.refresh_from_db()
    assert str(kept.organisation.name) == "Nouveau nom"
    assert kept.organisation.acronym == "NN"
    assert keep_dossier(dossier, values, version=2, actor=user).version == 2
    assert acts() == ["dossiers.keep"]
    assert Entry.objects.get().details == {"fields": ["acronym", "name"]}
    assert refused(keep_dossier, dossier, values, version=1, actor=user) == "dossier-changed"


def test_numbers_change_with_the_legal_form() -> None:
    user = UserFactory()
    dossier = with_number(managed(user))
    asbl = {"legal_form": LegalForm.ASBL}
    code = refused(keep_dossier, dossier, asbl | {"enterprise_number": " "}, version=1, actor=user)
    assert code == "dossier-number-missing"
    keep_dossier(dossier, asbl | {"enterprise_number": "0207373429"}, version=1, actor=user)
    assert dossier.organisation.identifiers.get().value == "0207373429"
    de_facto = {"legal_form": LegalForm.DE_FACTO, "enterprise_number": "0207373429"}
    keep_dossier(dossier, de_facto, version=2, actor=user)
    assert not dossier.organisation.identifiers.exists()
    dossier.organisation.refresh_from_db()
    assert dossier.organisation.kind == Kind.DE_FACTO
    with_number(managed())
    code = refused(
        keep_dossier, dossier, asbl | {"enterprise_number": "0403019261"}, version=3, actor=user
    )
    assert code == "dossier-number-taken"


def test_what_is_public_stays_the_citys() -> None:
    user = UserFactory()
    organisation = OrganisationFactory(published=True)
    dossier = with_number(managed(user, organisation=organisation))
    keep_dossier(dossier, {"name": "Autre"}, version=1, actor=user)
    organisation.refresh_from_db()
    assert str(organisation.name) != "Autre"
    values = {"enterprise_number": "0207373429"}
    assert refused(keep_dossier, dossier, values, version=2, actor=user) == "dossier-number-fixed"
    # One that the city does not know yet may be said.
    bare = managed(user, organisation=OrganisationFactory(published=True))
    keep_dossier(bare, values, version=1, actor=user)
    assert bare.organisation.identifiers.get().value == "0207373429"


def test_a_national_number_is_refused_anywhere_but_a_telephone_is_none() -> None:
    user = UserFactory()
    dossier = managed(user)
    secret = {"purpose": "Contact: 85.07.30-033.28"}
    assert refused(keep_dossier, dossier, secret, version=1, actor=user) == "national-number"
    keep_dossier(dossier, {"phone": "85 07 30 033 28", "founded_year": 1999}, version=1, actor=user)
    row = {
        "kind": "seat",
        "street": "85073003328",
        "postal_code": "1",
        "town": "B",
        "country": "BE",
    }
    assert refused(keep_addresses, dossier, [row], actor=user) == "national-number"
    given = {"iban": "BE71096123456769", "holder": "85073003328"}
    assert refused(keep_account, dossier, **given, actor=user) == "national-number"
    values = {"name": "85073003328", "office": "chair"}
    assert refused(keep_officer, dossier, values, actor=user) == "national-number"


def test_addresses_are_one_of_each_kind() -> None:
    user = UserFactory()
    dossier = managed(user)
    seat = {
        "kind": "seat",
        "street": "Rue 1",
        "postal_code": "1000",
        "town": "Bruxelles",
        "country": "BE",
    }
    keep_addresses(dossier, [seat, seat | {"kind": "post"}], actor=user)
    keep_addresses(dossier, [seat, seat | {"kind": "post"}], actor=user)
    assert acts() == ["dossiers.keep-addresses"]
    keep_addresses(dossier, [seat | {"town": "Brussel"}], actor=user)
    assert [str(one) for one in dossier.addresses.all()] == ["Rue 1, 1000 Brussel"]
    with pytest.raises(ValidationError):
        keep_addresses(dossier, [seat | {"country": "BEL"}], actor=user)


def test_accounts_one_is_paid_on() -> None:
    user = UserFactory()
    dossier = managed(user)
    first = keep_account(dossier, iban="BE68 5390 0754 7034", holder="A", actor=user)
    assert (first.bank_known, first.preferred) == (False, True)
    second = keep_account(
        dossier, iban="NL91 ABNA 0417 1643 00", holder="A", preferred=True, actor=user
    )
    assert payee_account(dossier) == second
    assert dossier.accounts.filter(preferred=True).count() == 1
    assert refused(keep_account, dossier, iban=first.iban, holder="B", actor=user) == (
        "account-twice"
    )
    proof = DocumentFactory(dossier=dossier, kind=DocumentKind.IBAN, account=second)
    given = {"holder": "A", "number": second.pk, "actor": user}
    changed = keep_account(dossier, iban="NL91 ABNA 0417 1643 00", **given)
    proof.refresh_from_db()
    assert (changed.preferred, proof.account) == (True, second)
    keep_account(dossier, iban="BE32123456789002", **given)
    proof.refresh_from_db()
    assert proof.account is None
    close_account(second, actor=user)
    close_account(second, actor=user)
    assert payee_account(dossier) == first
    back = keep_account(dossier, iban="BE32123456789002", holder="C", actor=user)
    assert (back.pk, back.closed_at, back.preferred) == (second.pk, None, False)
    close_account(first, actor=user)
    close_account(back, actor=user)
    assert payee_account(dossier) is None
    assert BankAccount.objects.count() == 2


def test_people_and_their_mandates() -> None:
    user = UserFactory()
    dossier = managed(user)
    values = {"name": "Awa Diop", "office": "chair", "start": TODAY, "end": None}
    kept = keep_officer(dossier, values, actor=user)
    keep_officer(dossier, values, number=kept.pk, actor=user)
    keep_officer(dossier, values | {"signs": True}, number=kept.pk, actor=user)
    assert acts() == ["dossiers.keep-officer"] * 2
    wrong = values | {"end": TODAY - timedelta(days=1)}
    assert refused(keep_officer, dossier, wrong, actor=user) == "officer-reversed"
    remove_officer(dossier.officers.get(), actor=user)
    assert not dossier.officers.exists()


def send(dossier: Dossier, user: Any, **given: Any) -> DossierDocument:
    values = given.pop("values", {"kind": DocumentKind.STATUTES})
    sent = {"content": pdf("Statuts"), "name": "statuts.pdf", "today": TODAY, **given}
    return keep_document(dossier, values, **sent, actor=user)


def test_documents_are_kept_and_replaced(media: Path) -> None:
    user = UserFactory()
    dossier = managed(user)
    first = send(dossier, user)
    assert (media / first.file.name).exists()
    assert (first.media_type, first.confirmed_on, first.state) == (
        "application/pdf",
        TODAY,
        DocumentState.NEW,
    )
    second = send(dossier, user, content=pdf("Nouveaux statuts"), replaces=first)
    first.refresh_from_db()
    assert first.replaced_by == second
    seen = dossier_for(user, dossier.pk)
    assert seen
    assert [one.pk for one in seen.documents.all()] == [second.pk]
    for act in (
        lambda: send(dossier, user, replaces=first),
        lambda: confirm_document(first, today=TODAY, actor=user),
        lambda: check_document(first, accepted=True, actor=user),
    ):
        assert refused(act) == "document-gone"


@pytest.mark.parametrize(
    ("values", "given", "code"),
    [
        ({"kind": "accounts", "year": None}, {}, "document-year"),
        (
            {"kind": "other", "valid_from": TODAY, "valid_until": date(2026, 1, 1)},
            {},
            "document-reversed",
        ),
        ({"kind": "other"}, {"content": b""}, "upload-empty"),
        ({"kind": "other"}, {"content": b"PK\x03\x04 not a PDF"}, "upload-disguised"),
    ],
)
def test_documents_that_are_refused(values: Any, given: Any, code: str, media: Path) -> None:
    user = UserFactory()
    dossier = managed(user)
    assert refused(send, dossier, user, values=values, **given) == code
    assert not DossierDocument.objects.exists()
    assert list(media.iterdir()) == []


def test_a_document_is_confirmed_once_a_day() -> None:
    user = UserFactory()
    document = DocumentFactory(confirmed_on=date(2025, 1, 1))
    confirm_document(document, today=TODAY, actor=user)
    confirm_document(document, today=TODAY, actor=user)
    document.refresh_from_db()
    assert document.confirmed_on == TODAY
    assert acts() == ["dossiers.confirm-document"]


def test_a_clerk_checks_a_document(mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act, **_: act())
    clerk, document = UserFactory(), DocumentFactory()
    writer = MemberFactory(dossier=document.dossier, right=Right.EDIT, user__language="nl")
    MemberFactory(dossier=document.dossier, right=Right.VIEW)
    assert refused(check_document, document, accepted=False, actor=clerk) == "document-remark"
    check_document(document, accepted=False, remark="Page 2 manque", actor=clerk)
    document.refresh_from_db()
    assert (document.state, document.remark, document.checked_by) == (
        DocumentState.REFUSED,
        "Page 2 manque",
        clerk,
    )
    assert [mail.to for mail in mailoutbox] == [[writer.user.email]]
    assert mailoutbox[0].subject == "Een document moet opnieuw verzonden worden: Statuten"
    assert "Page 2 manque" in mailoutbox[0].body
    check_document(document, accepted=True, actor=clerk)
    document.refresh_from_db()
    assert document.state == DocumentState.ACCEPTED


def test_a_valid_number_proves_nothing_until_somebody_looks() -> None:
    clerk = UserFactory()
    dossier = with_number(managed())
    given = {"answer": "dissolved", "today": TODAY, "actor": clerk}
    check = check_register(dossier, on=TODAY, name_found="ASBL X", **given)
    assert (check.number, check.by) == ("0403019261", clerk)
    late = TODAY + timedelta(days=1)
    assert refused(check_register, dossier, on=late, **given) == "register-future"
    assert refused(check_register, managed(), on=TODAY, **given) == "register-no-number"
    # A warning blocks nothing.
    assert "dissolved" not in [one.code for one in missing_in(dossier, today=TODAY)]


def test_what_is_missing_says_where_to_repair() -> None:
    dossier = complete(managed())
    assert missing_in(dossier, today=TODAY) == []
    dossier.accounts.update(closed_at=dossier.opened_at)
    (one,) = missing_in(Dossier.objects.get(pk=dossier.pk), today=TODAY)
    assert one.code == "account-missing"
    assert one.address.endswith(f"/{dossier.pk}/#accounts")
    assert [one.code for one in missing_in(dossier, today=TODAY, documents=["report"])] == [
        "account-missing",
        "document-missing",
    ]


def test_the_better_of_two_documents_counts_and_old_ones_do_not() -> None:
    dossier = complete(managed())
    DocumentFactory(dossier=dossier, valid_until=date(2026, 1, 1))
    dossier.documents.filter(kind="iban").update(state=DocumentState.REFUSED)
    dossier.documents.filter(kind="accounts").update(year=2020)
    codes = [one.code for one in missing_in(dossier, today=TODAY)]
    assert codes == ["document-old", "document-again"]
    new = DocumentFactory(dossier=dossier, kind="iban")
    dossier.documents.filter(kind="iban").exclude(pk=new.pk).update(replaced_by=new)
    assert [one.code for one in missing_in(dossier, today=TODAY)] == ["document-old"]
    accounts = dossier.documents.get(kind="accounts")
    assert standing_of(accounts, today=TODAY) == Standing.OLD
    # Those of last year beside them are what counts.
    DocumentFactory(dossier=dossier, kind="accounts", year=TODAY.year - 1)
    assert missing_in(dossier, today=TODAY) == []


def test_a_deposit_keeps_plain_values() -> None:
    import json

    dossier = complete(managed(persons_count=None))
    OfficerFactory(dossier=dossier, name="Gone", end=date(2020, 1, 1), start=date(2019, 1, 1))
    frozen = frozen_dossier(dossier)
    assert json.loads(json.dumps(frozen)) == frozen
    assert frozen["account"] == {"iban": "BE71096123456769", "holder": "Association"}
    assert "Gone" not in [one["name"] for one in frozen["officers"]]
    assert {one["kind"] for one in frozen["documents"]} == {"statutes", "accounts", "iban"}
    assert frozen["enterprise_number"] == "0403019261"
    assert frozen_dossier(DossierFactory())["account"] is None


def test_rows_say_what_they_are() -> None:
    dossier = complete(managed())
    for row in (
        dossier,
        dossier.officers.first(),
        AccountFactory(dossier=dossier, iban="X", preferred=False),
        dossier.documents.first(),
    ):
        assert str(row)
