"""The log tells of requests, and never of whoever made them: no mail address, no network address, no name, no words typed."""

import json
import logging
from io import StringIO

import pytest
from django.test import Client

from config.logging import JsonLines
from tests.factories.staff import person

pytestmark = pytest.mark.django_db
MAIL, NAME = "amina.example@city.example", "Amina Vandenexample"
HERE, THERE = "203.0.113.77", "2001:db8::4d"
PERSONAL = (MAIL, NAME, "Amina", HERE, THERE)


@pytest.fixture
def lines():
    """Everything that is logged meanwhile, as it would stand in the log."""
    kept = StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(JsonLines())
    loggers = [logging.getLogger(name) for name in ("", "django", "jumelage")]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(handler)
        one.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in kept.getvalue().splitlines()]
    for one, level in zip(loggers, levels, strict=True):
        one.removeHandler(handler)
        one.setLevel(level)


def asked_for(client, address):
    """Requests with a person in each of their parts: address, query, form, headers."""
    client.get(f"/fr/{MAIL}/", {"q": NAME}, REMOTE_ADDR=address, HTTP_X_FORWARDED_FOR=address)
    client.get("/fr/absent/", {"email": MAIL, "name": NAME}, REMOTE_ADDR=address)
    client.post("/desk/set-up/", {"email": MAIL, "name": NAME}, REMOTE_ADDR=address)
    client.post("/fr/compte/connexion/", {"email": MAIL}, REMOTE_ADDR=address)


@pytest.mark.parametrize("address", [HERE, THERE])
def test_requests_of_strangers_and_of_people_leave_no_trace_of_them(lines, address):
    asked_for(Client(enforce_csrf_checks=True), address)
    somebody = person("site.set-up")
    somebody.name, somebody.email = NAME, MAIL
    somebody.save()
    known = Client(raise_request_exception=False)
    known.force_login(somebody)
    asked_for(known, address)
    written = lines()
    assert {line["status"] for line in written if "status" in line} >= {403, 404}
    told = json.dumps(written, ensure_ascii=False)
    assert [word for word in PERSONAL if word in told] == []
    assert "[mail]" in told


def test_a_failure_tells_its_place_and_not_what_it_was_about(lines, monkeypatch):
    def broken(*_args: object, **_kwargs: object) -> None:
        raise ValueError(f"{NAME} <{MAIL}> from {HERE}")

    monkeypatch.setattr("jumelage.public.desk.backoffice.home.waiting_for", broken)
    client = Client(raise_request_exception=False)
    client.force_login(person("registers.read"))
    assert client.get("/desk/", {"who": NAME}, REMOTE_ADDR=HERE).status_code == 500
    (failure,) = (line for line in lines() if line.get("failure"))
    assert (failure["failure"], failure["status"]) == ("ValueError", 500)
    assert any("home.py" in place for place in failure["where"])
    assert [word for word in PERSONAL if word in json.dumps(failure)] == []
