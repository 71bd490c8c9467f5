"""The staff's home, the first set-up, the doors, and a page that is a public notice."""

import re
from io import BytesIO, StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils.html import escape
from PIL import Image

from jumelage.city.evidence.services.keep_document import keep_document
from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.foundation.accounts.models import User
from jumelage.foundation.audit.models import Entry
from jumelage.public.site.models import EditorialPage, SiteIdentity
from jumelage.public.site.services.keep_page import keep_page
from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
TEXTS = {
    f"{name}__{code}": text
    for name, texts in {
        "city_name": {"fr": "Ville de Namur", "nl": "Stad Namen", "en": "City of Namur"},
        "home_title": {
            "fr": "Namur et ses villes amies",
            "nl": "Namen en zijn vriendensteden",
            "en": "",
        },
    }.items()
    for code, text in texts.items()
}
CITY = TEXTS | {
    "country": "BE", "latitude": "50.46", "longitude": "4.87", "map_crop": "318,8,400,340",
    "primary": "#1d3f8a", "accent": "#8a1d4f", "contact_email": "solidarite@namur.example",
}  # fmt: skip


@pytest.mark.parametrize(
    "door",
    ["/desk/login/", "/_util/login/", "/desk/password_reset/", "/desk/password_reset/confirm/x/y/"],
)
def test_wagtails_own_doors_lead_to_ours(client, door):
    answer = client.get(door)
    assert answer.status_code == 302
    assert "/account/" in answer["Location"] or "/compte/" in answer["Location"]
    assert client.post(door, {"username": "a", "password": "b"}).status_code in {302, 405}


def test_strangers_and_half_protected_staff_stay_outside(client):
    assert client.get("/desk/pages/").status_code == 302
    client.force_login(person("site.write-pages", second_factor=False))
    for path in ("/desk/", "/desk/pages/", "/desk/registers/project/"):
        assert "mfa" in client.get(path)["Location"], path


def test_who_is_no_staff_does_not_enter_wagtail():
    assert at_desk(staff=False).get("/desk/pages/").status_code == 302


def test_the_desk_speaks_the_language_of_the_person():
    assert "Ce qui m’attend" in at_desk(language="fr").get("/desk/").content.decode()
    assert "Wat op mij wacht" in at_desk(language="nl").get("/desk/").content.decode()


@pytest.mark.parametrize("path", ["/desk/", "/desk/registers/project/", "/desk/pages/"])
def test_the_desk_is_strict_and_asks_nobody_else(path):
    answer = at_desk("registers.read", "site.write-pages").get(path)
    assert answer.status_code == 200
    policy = answer["Content-Security-Policy"]
    assert "'unsafe-inline'" not in policy
    assert "default-src 'none'" in policy
    assert "no-store" in answer["Cache-Control"] or "private" in answer["Cache-Control"]
    page = answer.content.decode()
    assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", page) == []
    assert (
        re.findall(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="(?:https?:)?//[^"]+', page) == []
    )


def test_the_page_form_has_native_dates_and_no_inline_script():
    keep_page("contact", {"fr": {"slug": "contact", "title": "Contact"}})
    page = EditorialPage.objects.get()
    answer = at_desk("site.write-pages", "site.publish-pages").get(f"/desk/pages/{page.pk}/edit/")
    text = answer.content.decode()
    assert 'type="datetime-local"' in text
    assert re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>", text) == []


def test_home_says_what_waits():
    keep_place("x", {"name": {"fr": "Labé"}, "kind": "city", "country": "GN"})
    keep_place(
        "y", {"name": {"fr": "Labé", "nl": "Labé", "en": "Labé"}, "kind": "city", "country": "GN"}
    )
    keep_place("y", {"name": {"fr": "Ville", "nl": "Labé", "en": "Labé"}})
    keep_document("d", {"title": {"fr": "Rapport", "nl": "Verslag"}})
    page = at_desk("portfolio.keep", "evidence.keep").get("/desk/").content.decode()
    for line in (
        "Records without their French or Dutch text",
        "Records with a text older",
        "Published documents whose file",
        "Rapport",
    ):
        assert line in page, line
    assert "Set up the site" not in page
    assert "Nothing waits for you" in at_desk("registers.read").get("/desk/").content.decode()


def test_home_tells_the_administrator_where_to_begin():
    assert "Set up the site" in at_desk("site.set-up").get("/desk/").content.decode()


def picture():
    file = BytesIO()
    Image.new("RGB", (300, 100), "#1D3F8A").save(file, "PNG")
    return file.getvalue()


def test_an_administrator_sets_up_another_city_from_nothing(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    told = StringIO()
    call_command("first_administrator", "chef@namur.example", stdout=told)
    call_command("first_administrator", "chef@namur.example", stdout=told)
    assert "/desk/set-up/" in told.getvalue()
    chief = User.objects.get()
    client.force_login(chief)
    assert "mfa" in client.get("/desk/set-up/")["Location"]
    Authenticator.objects.create(user=chief, type="totp", data={"secret": "x"})
    assert 'value="Jumelage"' not in client.get("/desk/set-up/").content.decode()
    answer = client.post("/desk/set-up/", CITY | {"logo": SimpleUploadedFile("l.png", picture())})
    assert answer.status_code == 302, answer.content.decode()
    kept = SiteIdentity.objects.get()
    assert (kept.colours, kept.map_crop) == (
        {"primary": "#1D3F8A", "accent": "#8A1D4F"},
        [318, 8, 400, 340],
    )
    home = client.get("/nl/").content.decode()
    assert "Stad Namen" in home
    assert "Namen en zijn vriendensteden" in home
    assert "Brussel" not in home
    assert (
        Entry.objects.filter(act="site.keep-identity", actor=str(chief.pk), public=True).count()
        == 1
    )
    again = client.get("/desk/set-up/").content.decode()
    assert 'value="Ville de Namur"' in again
    client.post("/desk/set-up/", CITY | {"primary": "#0b5560", "accent": "#a8461f", "map_crop": ""})
    kept.refresh_from_db()
    assert (kept.colours, kept.map_crop, bool(kept.logo)) == ({}, [], True)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"city_name__nl": ""}, "This text is needed."),
        ({"primary": "#f3b33d"}, "cannot be read on the site’s light grounds"),
        ({"accent": "red"}, "is not a colour"),
        ({"latitude": "95"}, "less than or equal to 90"),
        (
            {"logo": SimpleUploadedFile("logo.png", b"<svg onload='x'>")},
            "An SVG file can carry scripts",
        ),
        ({"logo": SimpleUploadedFile("logo.png", b"%PDF-1.7")}, "not a picture"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_lost(wrong, told):
    answer = at_desk("site.set-up").post("/desk/set-up/", CITY | wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert escape(told) in page
    assert 'value="Ville de Namur"' in page
    assert not SiteIdentity.objects.exists()


def test_only_those_who_hold_the_act_set_up():
    assert at_desk("registers.read").get("/desk/set-up/").status_code == 403


def test_a_crop_from_the_data_files_stays():
    SiteIdentity.objects.create(pk=1, city_name={"fr": "X"}, map_crop=[1, 2, 3, 4])
    assert (
        'value="1,2,3,4" selected' in at_desk("site.set-up").get("/desk/set-up/").content.decode()
    )


def test_a_page_is_not_published_without_its_dutch():
    keep_page("news", {"fr": {"slug": "nouvelle", "title": "Une nouvelle", "intro": "Bref."}})
    page = EditorialPage.objects.get()
    page.unpublish()
    client = at_desk("site.write-pages", "site.publish-pages")
    form = {"title": "Une nouvelle", "slug": "nouvelle", "key": "news", "intro": "Bref.", "body-count": "0", "action-publish": "1",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}  # fmt: skip
    told = client.post(f"/desk/pages/{page.pk}/edit/", form, follow=True).content.decode()
    assert escape("Missing: Title (Nederlands), Introduction (Nederlands).") in told
    page.refresh_from_db()
    assert not page.live
    keep_page("news", {"nl": {"slug": "nieuws", "title": "Nieuws", "intro": "Kort."}})
    client.post(f"/desk/pages/{page.pk}/edit/", form)
    page.refresh_from_db()
    assert page.live
    table = at_desk("site.write-pages").get("/desk/languages/").content.decode()
    assert "Une nouvelle" in table
    assert "desk-state--missing" in table


@pytest.mark.parametrize(
    "folder",
    ["pages/search/", "pages/search/results/", "pages/1/", "choose-page/search/"],
)
def test_editors_search_pages(folder):
    keeper = at_desk("site.write-pages", "site.publish-pages", "media.keep")
    assert keeper.get(f"/desk/{folder}?q=privacy").status_code == 200


def test_a_search_finds_the_page_by_its_title():
    from wagtail.models import Page

    Page.objects.get(depth=1).add_child(title="Une page de Kinshasa", slug="kinshasa", live=True)
    editor = at_desk("site.write-pages", "site.publish-pages")
    assert "Une page de Kinshasa" in editor.get("/desk/pages/search/?q=kinshasa").content.decode()
    assert "Une page de Kinshasa" not in editor.get("/desk/pages/search/?q=goma").content.decode()
