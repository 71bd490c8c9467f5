"""Who may see a dossier: the matrix, requests, invitations, leaving, merging, erasure."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from jumelage.city.dossiers import permissions
from jumelage.city.dossiers.choices import Act, Departure, RequestState, Right
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierInvitation, DossierMember
from jumelage.city.dossiers.queries import (
    access_requests_of,
    dossier_for,
    dossiers_of,
    invitations_for,
    invitations_of,
    managers_of,
    my_requests,
    requests_to_decide,
)
from jumelage.city.dossiers.queries.dossiers import dossiers_visible_to
from jumelage.city.dossiers.services.access.appoint_manager import appoint_manager
from jumelage.city.dossiers.services.access.ask_access import (
    LIMIT_A_DAY,
    ask_access,
    withdraw_request,
)
from jumelage.city.dossiers.services.access.decide_access import grant_access, refuse_access
from jumelage.city.dossiers.services.access.invite_member import (
    LETTERS_A_DAY,
    OPEN_LIMIT,
    accept_invitation,
    invite_member,
    withdraw_invitation,
)
from jumelage.city.dossiers.services.access.keep_membership import (
    change_right,
    end_membership,
    hand_over,
)
from jumelage.city.organisations.services.merge_organisations import merge_organisations
from jumelage.foundation.accounts.queries import data_of
from jumelage.foundation.accounts.services.erase_person import erase_person
from jumelage.foundation.kernel.errors import Refused
from tests.factories.accounts import UserFactory
from tests.factories.dossiers import (
    AccountFactory,
    AddressFactory,
    DocumentFactory,
    DossierFactory,
    MemberFactory,
    OfficerFactory,
    RequestFactory,
    managed,
)
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def mails(mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was written; here a letter does not wait for the end of the test's own transaction."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda act, **_: act())
    return mailoutbox


def refused(act: Any, *args: Any, **given: Any) -> str:
    with pytest.raises(Refused) as refusal:
        act(*args, **given)
    return refusal.value.code


# Columns: read, write, manage, decide on access, see it in any list.
MATRIX = {
    "visitor": "-----",
    "stranger": "-----",
    "gone": "-----",
    "closed": "-----",
    "other staff": "-----",
    "viewer": "r---s",
    "editor": "rw--s",
    "manager": "rwmds",
    "reader": "r---s",
    "clerk": "r--ds",
}


@pytest.mark.parametrize(("who", "rights"), MATRIX.items())
def test_matrix(who: str, rights: str) -> None:
    dossier = managed()
    rights_of = {"viewer": "view", "editor": "edit", "manager": "manage"}
    acts = {"reader": Act.READ, "clerk": Act.CHECK, "other staff": "registers.read"}
    user: Any = UserFactory() if who not in acts else person(acts[who])
    if who == "visitor":
        user = AnonymousUser()
    if who in rights_of:
        MemberFactory(dossier=dossier, user=user, right=rights_of[who])
    if who == "gone":
        MemberFactory(dossier=dossier, user=user, ended_at=timezone.now())
    if who == "closed":
        user = UserFactory(is_active=False)
        MemberFactory(dossier=dossier, user=user)
    RequestFactory(organisation=dossier.organisation)
    may = (
        dossier_for(user, dossier.pk) is not None,
        permissions.holds(permissions.right_over(user, dossier), Right.EDIT),
        permissions.may_manage_dossier(user, dossier),
        bool(access_requests_of(user, dossier)),
        dossiers_visible_to(user).filter(pk=dossier.pk).exists(),
    )
    assert "".join(sign if held else "-" for sign, held in zip("rwmds", may, strict=True)) == rights
    assert requests_to_decide(user).exists() is (who == "clerk")


def test_my_dossiers() -> None:
    user = UserFactory()
    mine = managed(user)
    MemberFactory(user=user, ended_at=timezone.now())
    assert [one.dossier for one in dossiers_of(user)] == [mine]
    assert dossiers_of(AnonymousUser()) == []


def test_a_newcomer_asks_and_a_manager_lets_them_in(mails: list[Any]) -> None:
    manager, newcomer = UserFactory(language="fr"), UserFactory(language="nl")
    dossier = managed(manager)
    asked = ask_access(dossier.organisation, because=" Ik ben lid. ", user=newcomer)
    assert dossier_for(newcomer, dossier.pk) is None
    assert [mail.to for mail in mails] == [[manager.email]]
    # The letter does not say who asks: the page does, behind the sign-in.
    assert newcomer.email not in mails[0].body
    member = grant_access(asked, right="edit", actor=manager)
    assert (member.user, member.right) == (newcomer, "edit")
    asked.refresh_from_db()
    assert (asked.state, asked.decided_by) == (RequestState.GRANTED, manager)
    assert mails[1].to == [newcomer.email]
    assert mails[1].subject == "U hebt toegang tot het dossier van uw organisatie"
    assert refused(grant_access, asked, right="edit", actor=manager) == "access-decided"
    assert refused(refuse_access, asked, answer="No", actor=manager) == "access-decided"
    assert [one.state for one in my_requests(newcomer)] == ["granted"]


def test_a_refusal_has_its_reason(mails: list[Any]) -> None:
    manager = UserFactory()
    dossier = managed(manager)
    asked = RequestFactory(organisation=dossier.organisation)
    assert refused(refuse_access, asked, answer=" ", actor=manager) == "access-reason"
    refuse_access(asked, answer="Vous n’êtes pas membre.", actor=manager)
    assert "Vous n’êtes pas membre." in mails[0].body
    lone = RequestFactory(user__is_active=False)
    refuse_access(lone, answer="Non.", actor=manager)
    assert len(mails) == 1
    assert not DossierMember.objects.filter(user=asked.user).exists()


def test_a_clerk_lets_in_after_a_check_only() -> None:
    clerk = person(Act.CHECK)
    organisation = OrganisationFactory(published=True, kind="hospital")
    asked = RequestFactory(organisation=organisation)
    assert refused(grant_access, asked, right="manage", actor=clerk) == "access-check"
    assert not Dossier.objects.exists()
    member = grant_access(
        asked, right="manage", checked="Called the register’s number", actor=clerk
    )
    assert (member.dossier.organisation, member.dossier.legal_form) == (organisation, "other")
    asked.refresh_from_db()
    assert asked.checked == "Called the register’s number"
    second = RequestFactory(organisation=organisation)
    assert refused(grant_access, second, right="view", actor=clerk) == "access-check"


def test_requests_are_bounded() -> None:
    user = UserFactory()
    dossier = managed(user)
    assert refused(ask_access, dossier.organisation, because="", user=user) == "access-member"
    other = OrganisationFactory()
    secret = "85.07.30-033.28"
    assert refused(ask_access, other, because=secret, user=user) == "national-number"
    asked = ask_access(other, because="", user=user)
    assert refused(ask_access, other, because="", user=user) == "access-open"
    withdraw_request(asked, user=user)
    assert refused(withdraw_request, asked, user=user) == "access-decided"
    for _ in range(LIMIT_A_DAY - 1):
        ask_access(OrganisationFactory(), because="", user=user)
    assert refused(ask_access, OrganisationFactory(), because="", user=user) == "access-many"
    AccessRequest.objects.update(asked_at=timezone.now() - timedelta(days=2))
    ask_access(OrganisationFactory(), because="", user=user)


def test_the_last_manager_hands_over_before_leaving(mails: list[Any]) -> None:
    dossier = managed()
    (boss,) = managers_of(dossier)
    colleague = MemberFactory(dossier=dossier, right=Right.VIEW)
    assert refused(end_membership, boss, actor=boss.user) == "last-manager"
    assert refused(change_right, boss, "edit", actor=boss.user) == "last-manager"
    stranger = MemberFactory()
    assert refused(hand_over, boss, stranger, actor=boss.user) == "not-a-member"
    assert refused(hand_over, boss, boss, actor=boss.user) == "not-a-member"
    assert mails == []
    hand_over(boss, colleague, actor=boss.user)
    (told,) = mails
    assert told.to == [colleague.user.email]
    assert told.subject.startswith(f"{boss.user} vous a transmis le dossier")
    assert f"/fr/mon-organisation/{dossier.pk}/" in told.body
    boss.refresh_from_db()
    assert (boss.departure, [one.pk for one in managers_of(dossier)]) == ("left", [colleague.pk])
    assert refused(end_membership, boss, actor=boss.user) == "not-a-member"


def test_who_does_not_manage_makes_nobody_a_manager_by_leaving() -> None:
    dossier = managed()
    (boss,) = managers_of(dossier)
    one, accomplice = (MemberFactory(dossier=dossier, right=right) for right in ("edit", "view"))
    assert refused(hand_over, one, accomplice, actor=one.user) == "not-a-manager"
    assert managers_of(dossier) == [boss]


def test_rights_change_and_end() -> None:
    dossier = managed()
    (boss,) = managers_of(dossier)
    one = MemberFactory(dossier=dossier, right=Right.VIEW)
    change_right(one, "manage", actor=boss.user)
    change_right(one, "manage", actor=boss.user)
    change_right(one, "edit", actor=boss.user)
    end_membership(one, actor=boss.user)
    one.refresh_from_db()
    assert (one.right, one.departure) == ("edit", Departure.REMOVED)


def test_a_clerk_appoints_after_a_check(mails: list[Any]) -> None:
    clerk, heir = person(Act.CHECK), UserFactory()
    dossier = managed()
    (squatter,) = managers_of(dossier)
    given = {"email": heir.email.upper(), "removed": [squatter], "actor": clerk}
    assert refused(appoint_manager, dossier, checked=" ", **given) == "access-check"
    nobody = given | {"email": "nobody@example.org"}
    assert refused(appoint_manager, dossier, checked="x", **nobody) == "person-unknown"
    appoint_manager(dossier, checked="Letter of the board", **given)
    (now,) = managers_of(dossier)
    assert (now.user, now.checked) == (heir, "Letter of the board")
    squatter.refresh_from_db()
    assert squatter.departure == Departure.BY_CLERK
    assert [mail.to for mail in mails] == [[heir.email]]
    # Again, the one appointed named among the removed: they stay.
    appoint_manager(dossier, checked="x", **(given | {"removed": [now]}))
    assert [one.user for one in managers_of(dossier)] == [heir]


def test_invitations(mails: list[Any]) -> None:
    boss, guest = UserFactory(), UserFactory(email="guest@example.org")
    dossier = managed(boss)
    given = {"right": "edit", "actor": boss}
    invitation = invite_member(dossier, email=" Guest@Example.org ", **given)
    assert mails[0].to == ["guest@example.org"]
    assert refused(invite_member, dossier, email="guest@example.org", **given) == "invitation-open"
    assert refused(invite_member, dossier, email=boss.email, **given) == "access-member"
    assert invitations_for(UserFactory(), now=timezone.now()) == []
    assert invitations_for(guest, now=timezone.now()) == [invitation]
    assert refused(accept_invitation, invitation, user=boss) == "invitation-gone"
    assert accept_invitation(invitation, user=guest).right == "edit"
    assert refused(accept_invitation, invitation, user=guest) == "invitation-gone"
    assert refused(withdraw_invitation, invitation, actor=boss) == "invitation-gone"


def test_a_letter_box_is_not_filled_by_inviting_and_taking_back(mails: list[Any]) -> None:
    boss = UserFactory()
    dossier = managed(boss)
    given = {"email": "stranger@example.org", "right": "view", "actor": boss}
    for _ in range(LETTERS_A_DAY):
        withdraw_invitation(invite_member(dossier, **given), actor=boss)
    assert refused(invite_member, dossier, **given) == "invitation-day"
    assert len(mails) == LETTERS_A_DAY
    DossierInvitation.objects.update(invited_at=timezone.now() - timedelta(days=1))
    invite_member(dossier, **given)


def test_an_invitation_raises_a_right_and_never_lowers_it() -> None:
    boss, guest = UserFactory(), UserFactory()
    dossier = managed(boss)
    more = invite_member(dossier, email=guest.email, right="manage", actor=boss)
    member = MemberFactory(dossier=dossier, user=guest, right="view")
    assert accept_invitation(more, user=guest).right == "manage"
    less = DossierInvitation.objects.create(
        dossier=dossier,
        email=guest.email,
        right="view",
        invited_by=boss,
        invited_at=timezone.now(),
        expires_at=timezone.now() + timedelta(days=1),
    )
    assert str(less) == guest.email
    assert accept_invitation(less, user=guest).pk == member.pk
    member.refresh_from_db()
    assert member.right == "manage"


def test_invitations_end() -> None:
    boss = UserFactory()
    dossier = managed(boss)
    old = invite_member(dossier, email="a@example.org", right="view", actor=boss)
    withdraw_invitation(old, actor=boss)
    for number in range(OPEN_LIMIT):
        invite_member(dossier, email=f"{number}@example.org", right="view", actor=boss)
    given = {"email": "z@example.org", "right": "view", "actor": boss}
    assert refused(invite_member, dossier, **given) == "invitation-many"
    past = timezone.now() - timedelta(seconds=1)
    DossierInvitation.objects.filter(answered_at=None).update(expires_at=past)
    assert invitations_of(dossier, now=timezone.now()) == []
    assert invite_member(dossier, **given)


def test_doubles_become_one_and_nothing_is_lost() -> None:  # noqa: PLR0915 - all that moves
    both = UserFactory()
    kept = managed(both, email="", acronym="K")
    double = DossierFactory(email="info@example.org", acronym="D")
    MemberFactory(dossier=double, user=both, right=Right.VIEW)
    other = MemberFactory(dossier=double, right=Right.EDIT)
    AccountFactory(dossier=kept)
    same = AccountFactory(dossier=double)
    AccountFactory(dossier=double, iban="NL91ABNA0417164300", preferred=False)
    proof = DocumentFactory(dossier=double, account=same)
    OfficerFactory(dossier=double)
    AddressFactory(dossier=double)
    AddressFactory(dossier=kept, street="Kept 1")
    asks = RequestFactory(organisation=double.organisation)
    twice = RequestFactory(organisation=double.organisation)
    RequestFactory(organisation=kept.organisation, user=twice.user)
    invite_member(double, email="x@example.org", right="view", actor=both)
    invite_member(kept, email="x@example.org", right="view", actor=both)
    merge_organisations(double.organisation, kept.organisation)
    new = Dossier.objects.get()
    assert (new.pk, new.email, new.acronym, new.version) == (kept.pk, "info@example.org", "K", 2)
    assert {one.user: one.right for one in new.members.filter(ended_at=None)} == {
        both: "manage",
        other.user: "edit",
    }
    assert sorted(new.accounts.values_list("iban", "preferred")) == [
        ("BE71096123456769", True),
        ("NL91ABNA0417164300", False),
    ]
    proof.refresh_from_db()
    assert (proof.dossier, proof.account) == (new, new.accounts.get(iban="BE71096123456769"))
    assert [one.street for one in new.addresses.all()] == ["Kept 1"]
    assert new.officers.count() == 1
    asks.refresh_from_db()
    twice.refresh_from_db()
    assert (asks.organisation, asks.state) == (kept.organisation, "open")
    assert twice.state == "withdrawn"
    assert new.invitations.filter(answered_at=None).count() == 1


def test_a_double_alone_brings_its_dossier() -> None:
    double, kept = managed(), OrganisationFactory()
    merge_organisations(double.organisation, kept)
    double.refresh_from_db()
    assert double.organisation == kept
    merge_organisations(OrganisationFactory(), kept)
    assert Dossier.objects.count() == 1


def test_somebody_takes_their_data_and_leaves() -> None:
    user = UserFactory()
    dossier = managed(user, name="Asbl")
    asked = RequestFactory(user=user, because="I am Awa.")
    DocumentFactory(dossier=dossier, sent_by=user)
    invite_member(managed(), email=user.email, right="view", actor=UserFactory())
    told = data_of(user)["dossiers"]
    assert told["memberships"][0]["dossier__name"] == "Asbl"
    assert told["access_requests"][0]["because"] == "I am Awa."
    assert told["documents_sent"][0]["name"] == "statuts.pdf"
    erase_person(user)
    asked.refresh_from_db()
    assert (asked.because, asked.state) == ("", "withdrawn")
    assert dossier.members.get().departure == Departure.ERASED
    assert not DossierInvitation.objects.exists()
    assert managers_of(dossier) == []
