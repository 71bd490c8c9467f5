"""The pages of members and of clerks: what they show, to whom, and what a form gives back."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from jumelage.city.dossiers.choices import Act, Show
from jumelage.city.dossiers.models import AccessRequest, Dossier, DossierDocument, DossierInvitation
from jumelage.city.dossiers.queries import waiting
from jumelage.city.dossiers.queries.desk import dossiers_listed, numbers_shown
from jumelage.city.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.dossiers import (
    TODAY,
    DocumentFactory,
    DossierFactory,
    MemberFactory,
    OfficerFactory,
    RequestFactory,
    complete,
    managed,
    with_number,
)
from tests.factories.files import pdf
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.UNFINISHED_ROOT = tmp_path / "unfinished"
    return tmp_path


@pytest.fixture
def user() -> Any:
    return UserFactory()


@pytest.fixture
def client(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


PAGES = [
    "dossier",
    "dossier-details",
    "dossier-addresses",
    "dossier-history",
    "dossier-account-add",
    "dossier-officer-add",
    "dossier-document-add",
    "dossier-access",
    "dossier-leave",
]


@pytest.mark.parametrize("name", PAGES)
def test_pages_open_to_members_alone(client: Client, user: Any, name: str) -> None:
    dossier = complete(managed(user))
    page = client.get(reverse(name, args=[dossier.pk]))
    assert page.status_code == 200
    assert b"noindex" in page.content
    assert "no-store" in page["Cache-Control"]
    other = Client()
    other.force_login(UserFactory())
    assert other.get(reverse(name, args=[dossier.pk])).status_code == 404
    assert Client().get(reverse(name, args=[dossier.pk])).status_code == 302
    # Nor to the staff, who have their own page.
    assert at_desk(Act.CHECK).get(reverse(name, args=[dossier.pk])).status_code == 404


def test_what_is_left_to_do_stands_before_everything_else(client: Client, user: Any) -> None:
    page = client.get(reverse("dossier", args=[managed(user).pk])).content.decode()
    assert page.index('id="missing"') < page.index('id="identity"') < page.index('id="access"')


@pytest.mark.parametrize(("form", "office"), [("de_facto", "person"), ("asbl", "chair")])
def test_citizens_without_legal_personality_are_persons_not_chairs(
    client: Client, user: Any, form: str, office: str
) -> None:
    dossier = managed(user, legal_form=form)
    page = client.get(reverse("dossier-officer-add", args=[dossier.pk])).content.decode()
    assert (f'value="{office}" selected' in page) or (office == "chair" and "selected" not in page)


def test_a_reader_does_not_write(client: Client, user: Any) -> None:
    dossier = managed()
    MemberFactory(dossier=dossier, user=user, right="view")
    assert client.get(reverse("dossier", args=[dossier.pk])).status_code == 200
    for name in PAGES[1:3] + PAGES[4:7]:
        assert client.get(reverse(name, args=[dossier.pk])).status_code == 404
    page = client.post(reverse("dossier-access", args=[dossier.pk]), {"email": "a@b.be"})
    assert page.status_code == 200
    assert not DossierInvitation.objects.exists()


def test_opening(client: Client) -> None:
    assert client.get(reverse("dossiers")).status_code == 200
    assert client.get(reverse("dossier-open")).status_code == 200
    empty = client.post(reverse("dossier-open"), {"name": ""})
    assert empty.status_code == 422
    typed = {"legal_form": "asbl", "name": "Asbl <b>", "enterprise_number": "0403.019.262"}
    wrong = client.post(reverse("dossier-open"), typed)
    assert wrong.status_code == 422
    assert "Asbl &lt;b&gt;" in wrong.content.decode()
    typed["enterprise_number"] = "0403.019.261"
    assert client.post(reverse("dossier-open"), typed).status_code == 302
    assert client.get(reverse("dossiers")).status_code == 200
    assert Dossier.objects.get().organisation.published is False


def test_a_mistake_says_how_to_write_it_and_names_its_field(client: Client, user: Any) -> None:
    address = reverse("dossier-details", args=[managed(user).pk])
    typed = {"email": "x", "website": "pas ainsi", "founded_year": "12", "persons_count": "trois"}
    errors = client.post(address, typed).context["form"].errors
    assert errors["email"] == ["À écrire comme nom@exemple.org : Adresse e-mail de l’organisation"]
    assert errors["website"] == ["À écrire comme www.exemple.org : Site web"]
    assert errors["founded_year"] == ["Au moins 1700 : Année de fondation"]
    assert errors["persons_count"][0].startswith("À écrire en chiffres : ")
    errors = client.post(address, {"founded_year": "3000"}).context["form"].errors
    assert errors["founded_year"] == ["Au plus 2100 : Année de fondation"]


def test_a_national_number_is_told_where_it_stands(client: Client, user: Any) -> None:
    secret = "85.07.30-033.28"
    typed = {"legal_form": "de_facto", "name": f"Ali {secret}"}
    errors = client.post(reverse("dossier-open"), typed).context["form"].errors
    assert list(errors) == ["name"]
    assert "(name)" not in str(errors)
    address = reverse("dossier-addresses", args=[managed(user).pk])
    typed = {f"{kind}-country": "BE" for kind in ("seat", "activity", "post")}
    typed |= {"post-street": f"Rue {secret}", "post-postal_code": "1000", "post-town": "Bruxelles"}
    page = client.post(address, typed)
    assert page.status_code == 422
    assert [list(one.errors) for one in page.context["forms"]] == [["__all__"], [], []]


@pytest.mark.parametrize("published", [True, False])
def test_a_known_number_leads_to_a_request_and_tells_nothing(
    client: Client, user: Any, published: bool
) -> None:
    organisation = OrganisationFactory(published=published, name={"fr": "Nom Secret"})
    boss = UserFactory(name="Patronne", email="boss@example.org")
    with_number(managed(boss, organisation=organisation, name="Nom Secret"))
    number = "0403.019.261"
    typed = {"legal_form": "asbl", "name": "X", "enterprise_number": number}
    page = client.post(reverse("dossier-open"), typed)
    text = page.content.decode()
    assert ("Nom Secret" in text) is published
    assert "Patronne" not in text
    assert "boss@" not in text
    assert Dossier.objects.count() == 1
    empty = client.post(reverse("dossier-ask"), {"enterprise_number": number})
    assert empty.status_code == 422
    asked = client.post(reverse("dossier-ask"), {"enterprise_number": number, "because": "Moi"})
    assert asked.status_code == 302
    again = client.post(reverse("dossier-ask"), {"enterprise_number": number, "because": "Moi"})
    assert again.status_code == 422
    mine = client.get(reverse("dossiers")).content.decode()
    assert ("Nom Secret" in mine) is published
    asked_row = AccessRequest.objects.get()
    assert client.post(reverse("dossier-withdraw", args=[asked_row.pk])).status_code == 302
    other = Client()
    other.force_login(UserFactory())
    assert other.post(reverse("dossier-withdraw", args=[asked_row.pk])).status_code == 404


@pytest.mark.parametrize("number", ["", "12", "0207373429"])
def test_asking_with_a_number_that_leads_nowhere(client: Client, number: str) -> None:
    page = client.post(reverse("dossier-ask"), {"enterprise_number": number})
    assert page["Location"] == reverse("dossier-open")


def test_details_of_two_writers(client: Client, user: Any) -> None:
    dossier = with_number(managed(user, name="Avant"))
    address = reverse("dossier-details", args=[dossier.pk])
    typed = {
        "legal_form": "asbl",
        "name": "Mien",
        "enterprise_number": "0403019261",
        "version": "1",
    }
    Dossier.objects.update(version=2, name="Du collègue")
    page = client.post(address, typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Du collègue" in text
    assert "Mien" in text
    assert 'name="version" value="2"' in text
    assert client.post(address, typed | {"version": "2"}).status_code == 302
    dossier.refresh_from_db()
    assert dossier.name == "Mien"
    assert client.post(address, typed | {"version": "3", "name": ""}).status_code == 422


def test_addresses(client: Client, user: Any) -> None:
    dossier = managed(user)
    address = reverse("dossier-addresses", args=[dossier.pk])
    typed = {"seat-street": "Rue 1", "seat-country": "BE"}
    typed |= {f"{kind}-country": "BE" for kind in ("activity", "post")}
    half = client.post(address, typed)
    assert half.status_code == 422
    assert "Rue 1" in half.content.decode()
    whole = typed | {"seat-postal_code": "1000", "seat-town": "Bruxelles"}
    assert client.post(address, whole | {"seat-street": "85073003328"}).status_code == 422
    assert client.post(address, whole).status_code == 302
    assert dossier.addresses.count() == 1


def test_accounts_and_people(client: Client, user: Any) -> None:
    dossier = managed(user)
    add = reverse("dossier-account-add", args=[dossier.pk])
    wrong = client.post(add, {"iban": "BE68539007547035", "holder": "A"})
    assert wrong.status_code == 422
    assert "BE68539007547035" in wrong.content.decode()
    assert client.post(add, {"iban": "BE68539007547034", "holder": "A"}).status_code == 302
    account = dossier.accounts.get()
    row = [dossier.pk, account.pk]
    assert client.get(reverse("dossier-account", args=row)).status_code == 200
    assert client.post(reverse("dossier-account-end", args=row)).status_code == 302
    assert client.get(reverse("dossier", args=[dossier.pk])).status_code == 200
    assert client.get(reverse("dossier-account", args=[dossier.pk, 0])).status_code == 200
    assert client.get(reverse("dossier-account", args=[dossier.pk, 999])).status_code == 404
    add = reverse("dossier-officer-add", args=[dossier.pk])
    assert client.post(add, {"name": "Awa", "office": "chair"}).status_code == 302
    row = [dossier.pk, dossier.officers.get().pk]
    assert client.get(reverse("dossier-officer", args=row)).status_code == 200
    assert client.post(reverse("dossier-officer-end", args=row)).status_code == 302
    theirs = OfficerFactory()
    foreign = reverse("dossier-officer-end", args=[dossier.pk, theirs.pk])
    assert client.post(foreign).status_code == 404


def test_documents_with_the_form_and_in_pieces(client: Client, user: Any) -> None:  # noqa: PLR0915 - one story
    dossier = managed(user)
    add = reverse("dossier-document-add", args=[dossier.pk])
    assert client.post(add, {"kind": "statutes"}).status_code == 422
    file = SimpleUploadedFile("statuts.pdf", pdf("Statuts"))
    assert client.post(add, {"kind": "statutes", "file": file}).status_code == 302
    content, page = pdf("Autre"), client.get(add)
    allowed = page.context["upload"]["pass"]
    import base64

    tus = {"Tus-Resumable": "1.0.0"}
    metadata = ",".join(
        f"{name} {base64.b64encode(value.encode()).decode()}"
        for name, value in (("filename", "autre.pdf"), ("pass", allowed))
    )
    begun = client.post(
        "/uploads/",
        headers={**tus, "Upload-Length": str(len(content)), "Upload-Metadata": metadata},
    )
    key = begun["Location"].strip("/").split("/")[-1]
    typed = {"kind": "other", "file_key": key}
    half = client.post(add, typed)
    assert half.status_code == 422
    assert key in half.content.decode()
    client.patch(
        begun["Location"],
        content,
        content_type="application/offset+octet-stream",
        headers={**tus, "Upload-Offset": "0"},
    )
    assert client.post(add, typed).status_code == 302
    one = DossierDocument.objects.get(kind="other")
    assert (one.name, one.size_bytes) == ("autre.pdf", len(content))
    answer = client.get(reverse("dossier-file", args=[dossier.pk, one.pk]))
    assert b"".join(answer.streaming_content) == content
    assert answer["Cache-Control"].startswith("private, no-store")
    assert "autre.pdf" in answer["Content-Disposition"]
    old = reverse("dossier-document", args=[dossier.pk, one.pk])
    assert client.get(old).status_code == 200
    newer = SimpleUploadedFile("neuf.pdf", pdf("Neuf"))
    assert client.post(old, {"kind": "other", "file": newer}).status_code == 302
    assert client.get(old).status_code == 404
    answer = client.get(reverse("dossier-file", args=[dossier.pk, one.pk]))
    assert b"".join(answer.streaming_content) == content
    other = Client()
    other.force_login(UserFactory())
    assert other.get(reverse("dossier-file", args=[dossier.pk, one.pk])).status_code == 404
    assert client.get("/media/" + one.file.name).status_code == 404


def test_a_document_is_confirmed(client: Client, user: Any) -> None:
    document = DocumentFactory(dossier=managed(user), confirmed_on="2020-01-01")
    page = client.get(reverse("dossier", args=[document.dossier_id]))
    valid = reverse("dossier-document-valid", args=[document.dossier_id, document.pk])
    assert valid in page.content.decode()
    assert client.post(valid).status_code == 302
    document.refresh_from_db()
    assert document.confirmed_on == timezone.localdate()


def test_access_page(client: Client, user: Any) -> None:  # noqa: PLR0915 - one story
    dossier = managed(user)
    address = reverse("dossier-access", args=[dossier.pk])
    for one in (1, 2):
        RequestFactory(organisation=dossier.organisation, because=f"Motif {one}")
    first, second = AccessRequest.objects.order_by("pk")
    assert "Motif 2" in client.get(address).content.decode()
    grant = reverse("dossier-grant", args=[dossier.pk, first.pk])
    client.post(grant, {"right": "everything"})
    first.refresh_from_db()
    assert first.state == "open"
    client.post(grant, {"right": "edit"})
    refuse = reverse("dossier-refusal", args=[dossier.pk, second.pk])
    assert client.get(refuse).status_code == 200
    assert client.post(refuse, {"answer": ""}).status_code == 422
    assert client.post(refuse, {"answer": "Non"}).status_code == 302
    member = dossier.members.get(user=first.user)
    row = [dossier.pk, member.pk]
    client.post(reverse("dossier-right", args=row), {"right": "nothing"})
    client.post(reverse("dossier-right", args=row), {"right": "view"})
    member.refresh_from_db()
    assert member.right == "view"
    assert client.post(address, {"email": "nope", "right": "edit"}).status_code == 422
    assert client.post(address, {"email": "a@example.org", "right": "edit"}).status_code == 302
    invitation = DossierInvitation.objects.get()
    guest = Client()
    guest.force_login(UserFactory(email="a@example.org"))
    assert "invite" in guest.get(reverse("dossiers")).content.decode()
    assert guest.post(reverse("dossier-accept", args=[invitation.pk])).status_code == 302
    assert guest.post(reverse("dossier-accept", args=[invitation.pk])).status_code == 404
    client.post(address, {"email": "b@example.org", "right": "edit"})
    last = DossierInvitation.objects.get(email="b@example.org")
    assert "b@example.org" in client.get(address).content.decode()
    client.post(reverse("dossier-invitation-end", args=[dossier.pk, last.pk]))
    client.post(reverse("dossier-removal", args=row))
    member.refresh_from_db()
    assert member.ended_at


def test_leaving(client: Client, user: Any) -> None:
    dossier = managed(user)
    leave = reverse("dossier-leave", args=[dossier.pk])
    assert client.get(leave).status_code == 200
    assert client.post(leave)["Location"] == leave
    heir = MemberFactory(dossier=dossier, right="view")
    # Nobody is chosen beforehand: the first of the list would get it by mistake.
    assert '<option value="">Choisissez…</option>' in client.get(leave).content.decode()
    assert client.post(leave, {"heir": ""})["Location"] == leave
    assert client.post(leave, {"heir": heir.pk})["Location"] == reverse("dossiers")
    heir.refresh_from_db()
    assert heir.right == "manage"
    MemberFactory(dossier=dossier, user=user, right="view")
    colleague = MemberFactory(dossier=dossier, right="view")
    assert client.post(leave, {"heir": colleague.pk})["Location"] == leave
    colleague.refresh_from_db()
    assert colleague.right == "view"
    assert client.post(leave)["Location"] == reverse("dossiers")


def test_nothing_of_it_is_published(client: Client) -> None:
    client.post(
        reverse("dossier-open"),
        {"legal_form": "de_facto", "name": "Secretissime", "enterprise_number": ""},
    )
    slug = Organisation.objects.get().slug
    visitor = Client()
    for address in ("/fr/organisations/", "/sitemap.xml", "/fr/recherche/?q=Secretissime"):
        assert slug not in visitor.get(address).content.decode()
    assert "Secretissime" not in visitor.get("/fr/organisations/").content.decode()
    assert visitor.get(reverse("organisation", args=[slug])).status_code == 404


# ── The desk ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", [1, 3])
def test_the_clerks_list_asks_little(number: int, django_assert_num_queries: Any) -> None:
    desk = at_desk(Act.CHECK)
    for _ in range(number):
        dossier = managed()
        RequestFactory(organisation=dossier.organisation)
    desk.get(reverse("desk-dossiers"))
    with django_assert_num_queries(12):
        page = desk.get(reverse("desk-dossiers"))
    assert page.content.decode().count("/desk/dossiers/") >= number
    assert len(page.context["rows"]) == number


def test_the_list_is_searched_and_filtered() -> None:  # noqa: PLR0915 - one story
    clerk = person(Act.CHECK)
    plain = managed(name="Soleil", organisation__published=False)
    full = complete(managed(name="Lune"))
    RequestFactory(organisation=full.organisation)
    DocumentFactory(dossier=full, valid_until="2020-01-01", state="accepted")
    OfficerFactory(dossier=full, name="Awa Diop")
    lone = DossierFactory(name="Étoile")

    def found(text: str = "", chosen: str = "") -> list[str]:
        rows = dossiers_listed(clerk, text=text, chosen=chosen, today=TODAY)
        return sorted(one.name for one in rows)

    assert found() == sorted(["Soleil", "Lune", "Étoile"])
    assert found("lun") == ["Lune"]
    assert found("awa lune") == ["Lune"]
    assert found("0403.019.261") == found("403019261") == found("BE71096123456769") == ["Lune"]
    assert found("zzz") == found("999999999") == []
    assert found(chosen="requests") == found(chosen="documents") == found(chosen="expired")
    assert found(chosen="expired") == found(chosen="unchecked") == ["Lune"]
    assert found(chosen="unmanaged") == [lone.name]
    assert found(chosen="warning") == []
    full.register_checks.create(number="0403019261", on=TODAY, by=clerk, answer="dissolved")
    assert found(chosen="warning") == ["Lune"]
    assert found(chosen="unchecked") == []
    # What was found under another number says nothing of this one.
    full.register_checks.update(number="0207373429")
    assert found(chosen="warning") == []
    assert found(chosen="nonsense") == found()
    assert numbers_shown(clerk, today=TODAY) == {
        **dict.fromkeys(Show.values, 1),
        Show.WARNING.value: 0,
    }
    assert plain.name in found()
    assert numbers_shown(UserFactory(), today=TODAY) == dict.fromkeys(Show.values, 0)


def test_what_waits() -> None:
    clerk = person(Act.CHECK)
    assert waiting(person(Act.READ), TODAY) == []
    assert [one.count for one in waiting(clerk, TODAY)] == [0, 0, 0, 0]
    dossier = DossierFactory()
    RequestFactory(organisation=dossier.organisation)
    DocumentFactory(dossier=dossier, valid_until="2020-01-01")
    lines = waiting(clerk, TODAY)
    assert [one.count for one in lines] == [1, 1, 1, 1]
    assert lines[0].urgent
    assert lines[2].address.endswith("?show=expired")
    assert lines[1].examples == ((dossier.name, reverse("desk-dossier", args=[dossier.pk])),)


DESK = ["desk-dossier", "desk-register-check", "desk-dossier-manager"]


@pytest.mark.parametrize(
    ("acts", "answers"),
    [
        (["registers.read"], [403, 403, 403, 403, 403]),
        ([Act.READ], [200, 403, 403, 200, 403]),
        ([Act.CHECK], [200, 200, 200, 200, 200]),
    ],
)
def test_the_desk_opens_by_act(acts: list[str], answers: list[int]) -> None:
    dossier = complete(managed())
    desk = at_desk(*acts)
    asked = [reverse(name, args=[dossier.pk]) for name in DESK]
    asked += [reverse("desk-dossiers"), reverse("desk-access-requests")]
    assert [desk.get(address).status_code for address in asked] == answers
    member = Client()
    member.force_login(dossier.members.get().user)
    assert [member.get(address).status_code for address in asked] == [403] * 5


def test_a_clerk_looks_up_and_checks() -> None:
    desk, dossier = at_desk(Act.CHECK), complete(managed())
    check = reverse("desk-register-check", args=[dossier.pk])
    assert client_posts(desk, check, {"on": "2999-01-01", "answer": "active"}) == 422
    typed = {"on": "2026-01-05", "answer": "dissolved", "name_found": "ASBL X"}
    assert client_posts(desk, check, typed) == 302
    text = desk.get(reverse("desk-dossier", args=[dossier.pk])).content.decode()
    assert "ASBL X" in text
    document = dossier.documents.first()
    assert document
    document.file.name = default_storage.save("dossiers/x.pdf", ContentFile(b"%PDF-1.4"))
    document.save()
    row = [dossier.pk, document.pk]
    verdict = reverse("desk-dossier-document", args=row)
    assert desk.get(verdict).status_code == 200
    assert client_posts(desk, verdict, {"accepted": "no", "remark": ""}) == 422
    assert client_posts(desk, verdict, {"accepted": "no", "remark": "Illisible"}) == 302
    answer = desk.get(reverse("desk-dossier-file", args=row))
    assert b"".join(answer.streaming_content) == b"%PDF-1.4"
    foreign = [managed().pk, document.pk]
    assert desk.get(reverse("desk-dossier-file", args=foreign)).status_code == 404
    assert desk.get(reverse("desk-dossier", args=[99999])).status_code == 404
    assert desk.get(reverse("desk-dossier-manager", args=[99999])).status_code == 404


def client_posts(client: Client, address: str, typed: dict[str, Any]) -> int:
    return client.post(address, typed).status_code


def test_a_clerk_decides_on_access() -> None:
    desk, dossier = at_desk(Act.CHECK), managed()
    one = RequestFactory(organisation=dossier.organisation)
    two = RequestFactory()
    assert desk.get(reverse("desk-access-requests")).status_code == 200
    for asked in (one, two):
        assert desk.get(reverse("desk-access-request", args=[asked.pk])).status_code == 200
    address = reverse("desk-access-request", args=[one.pk])
    assert client_posts(desk, address, {"decision": "grant", "right": "edit"}) == 422
    typed = {"decision": "grant", "right": "edit", "checked": "Called"}
    assert client_posts(desk, address, typed) == 302
    assert desk.get(address).status_code == 302
    address = reverse("desk-access-request", args=[two.pk])
    assert client_posts(desk, address, {"decision": "refuse"}) == 422
    assert client_posts(desk, address, {"decision": "refuse", "answer": "Non"}) == 302


def test_a_clerk_appoints_and_merges() -> None:
    desk, dossier = at_desk(Act.CHECK), managed()
    heir = UserFactory()
    address = reverse("desk-dossier-manager", args=[dossier.pk])
    typed = {"email": heir.email, "checked": "Letter", "removed": [dossier.members.get().pk]}
    assert client_posts(desk, address, typed | {"email": "no@example.org"}) == 422
    assert client_posts(desk, address, typed) == 302
    assert dossier.members.get(ended_at=None).user == heir
    lone = reverse("desk-dossier-manager", args=[DossierFactory().pk])
    assert client_posts(desk, lone, {"email": heir.email, "checked": "Letter"}) == 302
    first = OrganisationFactory(name={"fr": "Les Amis"})
    second = OrganisationFactory(name={"fr": "Les Amis ASBL"})
    assert "Les Amis ASBL" in desk.get(reverse("desk-doubles")).content.decode()
    merge = reverse("desk-merge", args=[second.pk, first.pk])
    assert desk.get(merge).status_code == 200
    assert client_posts(desk, merge, {"confirmed": "on"}) == 302
    second.refresh_from_db()
    assert second.merged_into == first
    same = reverse("desk-merge", args=[first.pk, first.pk])
    assert desk.get(same).status_code == 404
    assert desk.get(reverse("desk-doubles")).status_code == 200


def test_a_refusal_stands_at_the_field_that_it_is_about(client: Client, user: Any) -> None:
    asked = {"legal_form": "asbl", "name": "Une asbl", "enterprise_number": "0403.019.262"}
    page = client.post(reverse("dossier-open"), asked).content.decode()
    assert 'href="#id_enterprise_number"' in page
    address = reverse("dossier-account-add", args=[managed(user).pk])
    page = client.post(address, {"iban": "BE68 5390 0754 7035", "holder": "Awa"}).content.decode()
    assert 'href="#id_iban"' in page


def test_the_enterprise_number_is_shown_as_it_is_written(client: Client, user: Any) -> None:
    dossier = with_number(managed(user), "0403019261")
    page = client.get(reverse("dossier-details", args=[dossier.pk])).content.decode()
    assert 'value="0403.019.261"' in page
