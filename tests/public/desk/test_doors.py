"""Every address under /desk/, found from the address book, against who asks: strangers, people, staff, each role."""

import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories.staff import at_desk, person

pytestmark = pytest.mark.django_db
ROLES = {
    role["code"]: role
    for role in yaml.safe_load(
        Path(settings.BASE_DIR / "demo/brussels/roles.yaml").read_text("utf-8")
    )
}
GIVEN = {"int": "1", "slug": "x", "str": "x", "uuid": "7b1f0a0e-5a2f-4f0e-9a53-0a1a1a1a1a1a"}
# What all staff may open: their home, their own long work, and what a sign-in page answers by itself.
FOR_ALL_STAFF = {"desk", "works"}
REFUSED = {302, 403, 404, 405}


def addresses(ours: bool) -> dict[str, str]:
    """Path by name of every address under /desk/: of our rooms, or of the editorial system."""
    found: dict[str, str] = {}
    for pattern in get_resolver().url_patterns:
        place = str(pattern.pattern)
        if place.startswith("desk/"):
            found |= walked(pattern, "/" + place, ours)
    return found


def walked(pattern: URLPattern | URLResolver, path: str, ours: bool) -> dict[str, str]:
    if isinstance(pattern, URLPattern):
        mine = getattr(pattern.callback, "__module__", "").startswith("jumelage.")
        concrete = re.sub(r"<(?:(\w+):)?\w+>", lambda m: GIVEN[m[1] or "str"], path)
        plain = not re.search(r"[\^$()?\\]", concrete)
        return {pattern.name or path: concrete} if plain and mine is ours else {}
    found: dict[str, str] = {}
    for each in pattern.url_patterns:
        found |= walked(each, path + str(each.pattern).lstrip("^"), ours)
    return found


OURS, THEIRS = addresses(ours=True), addresses(ours=False)


def statuses(client: Client, path: str) -> set[int]:
    return {client.get(path).status_code, client.post(path).status_code}


def test_the_walk_finds_the_desk():
    assert len(OURS) > 25
    assert len(THEIRS) > 50
    assert {"desk", "register", "load", "desk-claims", "set-up"} <= set(OURS)


@pytest.mark.parametrize("name", OURS)
def test_a_stranger_is_led_to_sign_in(client, name):
    answers = [client.get(OURS[name]), client.post(OURS[name])]
    assert {one.status_code for one in answers} <= {302, 405}, name
    led = [one["Location"] for one in answers if one.status_code == 302]
    assert led
    assert all("/compte/" in one or "/account/" in one for one in led), led


def test_a_stranger_enters_no_page_of_the_editorial_system(client):
    seen = {path: client.get(path).status_code for path in THEIRS.values()}
    # Words for its scripts in the reader's language; nothing of the site's.
    open_ = {path for path, status in seen.items() if status not in REFUSED}
    assert {path for path in open_ if not path.endswith(("/jsi18n/", "/sprite/"))} == set()


def test_people_who_do_not_work_here_stay_outside():
    client = at_desk("registers.read", "loading.load", staff=False)
    seen = {name: statuses(client, path) for name, path in OURS.items()}
    assert {name: found for name, found in seen.items() if not found <= {403, 404, 405}} == {}


def test_staff_without_an_act_open_nothing_but_their_home():
    client = at_desk()
    seen = {name: statuses(client, path) for name, path in OURS.items()}
    assert {name for name, found in seen.items() if 200 in found} == FOR_ALL_STAFF
    assert {name: found for name, found in seen.items() if found - {200, *REFUSED}} == {}


@pytest.mark.parametrize("code", [code for code, role in ROLES.items() if role.get("staff")])
def test_each_role_gets_an_answer_everywhere_and_the_restricted_room_stays_closed(code):
    client = at_desk(*ROLES[code].get("acts", []))
    seen = {name: statuses(client, path) for name, path in OURS.items()}
    known = {200, 422, *REFUSED}
    assert {name: found for name, found in seen.items() if found - known} == {}
    if not any(act.startswith("atrisk.") for act in ROLES[code]["acts"]):
        restricted = {
            name: statuses(client, path)
            for name, path in OURS.items()
            if path.startswith("/desk/people-at-risk/")
        }
        assert restricted
        assert {name: found for name, found in restricted.items() if not found <= {403, 405}} == {}


def test_nothing_is_done_for_a_form_of_another_site():
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(*{act for role in ROLES.values() for act in role.get("acts", [])}))
    seen = {name: client.post(path).status_code for name, path in OURS.items()}
    assert {name: status for name, status in seen.items() if status != 403} == {}
