"""Every address under /desk/, found from the address book, against everybody who may ask: the table says who opens it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings, urls
from django.http import HttpResponseForbidden
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from jumelage.foundation.registers.queries.registry import known_acts, registers
from jumelage.public.site.models import EditorialPage
from jumelage.public.site.services.keep_page import keep_page
from tests.factories.desk import desk_records, register_records
from tests.factories.staff import person
from tests.public.desk.doors import (
    CHOOSERS,
    DOORS,
    PAGES,
    REGISTERS,
    SCRIPTS,
    STAFF,
    Door,
    of_register,
)

pytestmark = pytest.mark.django_db
ROLES = {
    role["code"]: role
    for role in yaml.safe_load(
        Path(settings.BASE_DIR / "demo/brussels/roles.yaml").read_text("utf-8")
    )
}
FOUND, SIGN_IN, FORBIDDEN, NOTHING, NO_PAGE = 200, 302, 403, 404, 405


def walked(pattern: URLPattern | URLResolver, path: str) -> Iterator[tuple[str, URLPattern]]:
    """Path and pattern of every address below `pattern`."""
    if isinstance(pattern, URLPattern):
        yield path, pattern
        return
    for each in pattern.url_patterns:
        yield from walked(each, path + str(each.pattern).lstrip("^"))


ADDRESSES = [
    found
    for each in get_resolver().url_patterns
    if str(each.pattern).startswith("desk/")
    for found in walked(each, f"/{each.pattern}")
]
OURS = {
    str(one.name)
    for _path, one in ADDRESSES
    if getattr(one.callback, "__module__", "").startswith("jumelage.")
}
WORDS = (
    {"action": "delete", "action_name": "approve"}
    | dict.fromkeys(("app_label", "content_type_app_name", "app_name"), "site")
    | dict.fromkeys(("model_name", "content_type_model_name"), "editorialpage")
)


@dataclass
class Asker:
    """Somebody, and what they hold."""

    client: Client
    role: str
    acts: set[str] = field(default_factory=set)
    staff: bool = False

    def holds(self, act: str) -> bool:
        """Whether they hold this act, each of “a + b”; all staff hold STAFF."""
        return self.staff and (act == STAFF or set(act.split(" + ")) <= self.acts)

    def holds_one(self, acts: tuple[str, ...]) -> bool:
        return any(self.holds(act) for act in acts)


@dataclass
class Desk:
    """The whole desk: who asks, one holder of each act alone, and the path of every address by its name and register."""

    askers: list[Asker]
    holders: dict[str, Asker]
    paths: dict[tuple[str, str], str]


def asker(name: str, acts: set[str], *, staff: bool) -> Asker:
    client = Client()
    client.force_login(person(*acts, staff=staff, language="fr"))
    return Asker(client, name, acts, staff)


def everybody() -> dict[str, Asker]:
    """A stranger, somebody without a role, staff without an act, and one person for each of the city's roles."""
    return {
        "stranger": Asker(Client(), "stranger"),
        "visitor": asker("visitor", set(), staff=False),
        "colleague": asker("colleague", set(), staff=True),
        **{
            code: asker(code, set(role.get("acts", [])), staff=role.get("staff", False))
            for code, role in ROLES.items()
        },
    }


def built() -> Desk:
    """Everybody, and one record behind every address."""
    askers = everybody()
    kept = register_records()
    owners = {name: user_of(askers[name]) for name in ("clerk", "administrator")}
    given = desk_records(kept, **owners)
    paths = {(name, ""): reverse(name, args=given.get(name)) for name in DOORS}
    for one in registers():
        record = [one.name, getattr(kept[one.name], one.key)]
        for name in of_register(one.name):
            plain = name in {"register", "register-add", "register-export"}
            paths[name, one.name] = reverse(name, args=record[:1] if plain else record)
    holders = {act: asker(act, {act}, staff=True) for act in known_acts()}
    return Desk(list(askers.values()), holders, paths)


def user_of(one: Asker) -> Any:
    from jumelage.foundation.accounts.models import User

    return User.objects.get(pk=one.client.session["_auth_user_id"])


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Being refused is what these tests are about: it is neither written down nor dressed each time."""
    caplog.set_level("CRITICAL", logger="django.request")
    monkeypatch.setattr(urls, "handler403", lambda _request, exception: HttpResponseForbidden())


@pytest.fixture
def desk(settings: Any, tmp_path: Path) -> Desk:
    """Built in a folder of its own."""
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, True
    return built()


def expected(door: Door, one: Asker, acts: tuple[str, ...], met: int) -> set[int]:
    """What `one` is answered where holders of one of `acts` are answered `met`.

    Who may do nothing at an address without a page is turned away at the door, or told that there is no page.
    """
    turned_away = {SIGN_IN if one.role == "stranger" else FORBIDDEN}
    no_page = {NO_PAGE} if met == NO_PAGE else set()
    if one.holds_one(acts):
        return {met} if door.of in {"", one.role} else {NOTHING} | no_page
    return {NOTHING} | no_page if one.holds_one(door.nothing) else turned_away | no_page


def wrong(desk: Desk, path: str, door: Door) -> list[str]:
    """Who is answered otherwise than the table says; forms are sent by those alone who may not."""
    faults = []
    named = {act for acts in (door.opens, door.sends, door.nothing) for act in acts}
    for one in (*desk.askers, *(desk.holders[act] for act in sorted(named & set(desk.holders)))):
        asked = [("get", door.opens, NO_PAGE if door.deed else FOUND)]
        if not one.holds_one(door.sends) or door.of not in {"", one.role}:
            asked.append(("post", door.sends, NO_PAGE))
        for method, acts, met in asked:
            answer = getattr(one.client, method)(path)
            told = answer.status_code
            led = answer.get("Location", "")
            if told not in expected(door, one, acts, met):
                faults.append(f"{method} {path} by {one.role}: {told} {led}")
            if told == SIGN_IN and "/compte/" not in led:
                faults.append(f"{method} {path} by {one.role} leads to {led}")
            # A file is read to its end, which closes it.
            _read = answer.getvalue()
    return faults


def test_every_address_has_its_line_and_every_line_its_address() -> None:
    assert set(DOORS) | set(of_register("news")) == OURS
    assert set(REGISTERS) == {one.name for one in registers()}


def test_the_table_speaks_of_acts_that_exist() -> None:
    doors = [*DOORS.values(), *(door for name in REGISTERS for door in of_register(name).values())]
    told = {
        each
        for door in doors
        for act in (*door.opens, *door.sends, *door.nothing)
        for each in act.split(" + ")
    }
    # What opens no page under /desk/: the help for a lost second factor, and the writing of pages below.
    elsewhere = {"accounts.reset-second-factor", "site.publish-pages"}
    assert told - {STAFF} == set(known_acts()) - elsewhere


def test_who_opens_what(desk: Desk) -> None:
    """Each address against everybody, in one test: the desk is built once."""
    doors = {(name, ""): door for name, door in DOORS.items()}
    doors |= {
        (name, register): door
        for register in REGISTERS
        for name, door in of_register(register).items()
    }
    faults = [fault for key, door in doors.items() for fault in wrong(desk, desk.paths[key], door)]
    assert not faults, "\n".join(faults)


def theirs(number: int) -> dict[str, str]:
    """Path and name of the editorial system's own addresses, for the page `number`; the way out is left out."""
    found = {}
    for path, one in ADDRESSES:
        told = re.sub(r"<(?:\w+:)?(\w+)>", lambda part: WORDS.get(part[1], str(number)), path)
        plain = not re.search(r"[\^$()?\\]", told)
        if plain and one.name not in {*OURS, "wagtailadmin_logout"}:
            found[told] = str(one.name or told)
    return found


def test_nothing_of_the_editorial_system_opens_but_pages_and_to_those_who_write_them() -> None:
    keep_page("contact", {"fr": {"slug": "contact", "title": "Contact"}})
    addresses = theirs(EditorialPage.objects.get().pk)
    writers = {"site.write-pages", "site.publish-pages"}
    for one in everybody().values():
        one.client.raise_request_exception = False
        opened = {
            name for path, name in addresses.items() if one.client.get(path).status_code == FOUND
        }
        allowed = SCRIPTS | (CHOOSERS if one.staff else set())
        allowed |= PAGES if writers <= one.acts else set()
        assert opened == allowed, one.role


def test_nothing_is_done_for_a_form_of_another_site(desk: Desk) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(*known_acts()))
    seen = {path: client.post(path).status_code for path in desk.paths.values()}
    assert {path: status for path, status in seen.items() if status != FORBIDDEN} == {}
