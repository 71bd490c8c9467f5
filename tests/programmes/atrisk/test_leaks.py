"""Nobody but the officers finds a hidden person: every address that needs no key, and the claims by their number."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from jumelage.city.evidence.models import Claim
from jumelage.programmes.atrisk.choices import Act, Visibility
from jumelage.programmes.atrisk.models import AdoptedPerson, Publication
from jumelage.public.site.services.index_record import index_record
from tests.factories.atrisk import AdoptedPersonFactory, EventFactory, RestrictionFactory, staff
from tests.factories.evidence import ClaimFactory, SourceFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
SECRETS = ("zuleika", "sealed word", "hidden sentence")
# What ends the visit, or answers only to machines.
APART = ("logout", "failwhale", "healthz", "jsi18n", "javascript")


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "jumelage.foundation.accounts.middleware.must_have_second_factor", lambda _user: False
    )


@pytest.fixture
def hidden() -> AdoptedPerson:
    person = AdoptedPersonFactory(slug="zuleika", name="Zuleika Nur", published=False)
    event = EventFactory(person=person, title=text("Hidden sentence"), visibility=Visibility.STAFF)
    restriction = RestrictionFactory(person=person, text=text("Hidden sentence"))
    for subject in (person, event, restriction):
        ClaimFactory(subject=subject, shown__value=text("Hidden sentence"))
    ground = {"basis": "campaign", "source": SourceFactory(), "risk_note": "Sealed word"}
    Publication.objects.create(person=person, **ground)
    index_record(person)
    return person


def addresses(resolver: URLResolver, start: str = "") -> Iterator[str]:
    """Every address that needs no key."""
    for one in resolver.url_patterns:
        part = start + str(one.pattern).lstrip("^").rstrip("$")
        if any(sign in part for sign in "<(\\"):
            continue
        if isinstance(one, URLPattern):
            yield f"/{part}"
        else:
            yield from addresses(one, part)


def content(answer: Any) -> str:
    found = b"".join(answer) if answer.streaming else answer.content
    return bytes(found).decode("utf-8", "replace").lower()


def all_other_acts() -> list[str]:
    """Every act of every room but those of this one."""
    from importlib import import_module
    from importlib.util import find_spec

    acts: list[str] = []
    for app in apps.get_app_configs():
        if app.name.startswith("jumelage.") and find_spec(f"{app.name}.choices"):
            acts += getattr(
                getattr(import_module(f"{app.name}.choices"), "Act", None), "values", []
            )
    return [act for act in acts if act not in Act.values]


@pytest.mark.parametrize("who", ["visitor", "staff"])
def test_no_address_tells_of_a_hidden_person(hidden: AdoptedPerson, who: str) -> None:
    # A page of others that fails tells nothing either; it has tests of its own.
    client, asked = Client(raise_request_exception=False), set(addresses(get_resolver()))
    assert {"/desk/people-at-risk/", "/desk/certificates/"} <= asked
    if who == "staff":
        client.force_login(staff("other@city.example", *all_other_acts()))
    asked |= {f"/{code}/{path}" for code, path in (("en", "search/?q=zuleika"), ("fr", ""))}
    told = 0
    for path in sorted(asked):
        if any(word in path for word in APART):
            continue
        answer = client.get(path)
        told += answer.status_code == 200
        words = content(answer).replace("q=zuleika", "").replace("“zuleika”", "")
        if "search" not in path:
            assert [word for word in SECRETS if word in words] == [], path
        assert "nur" not in words.split(), path
    assert told > (20 if who == "staff" else 5)


def test_a_file_and_no_file_answer_alike(hidden: AdoptedPerson) -> None:
    client = Client()
    client.force_login(staff("other@city.example", *all_other_acts()))
    for part in ("at-risk", "event", "check", "restriction", "ground", "image", "stop"):
        answers = [
            client.get(reverse(f"desk-person-{part}", args=[slug]))
            for slug in (hidden.slug, "zuleike")
        ]
        assert [one.status_code for one in answers] == [403, 403]
        first, second = (content(one).replace("zuleike", "zuleika") for one in answers)
        assert len(first) == len(second)


def test_claims_of_hidden_persons_have_no_number(hidden: AdoptedPerson) -> None:
    client = Client()
    client.force_login(staff("other@city.example", *all_other_acts()))
    kinds = ContentType.objects.filter(app_label="atrisk")
    claims = Claim.objects.filter(subject_type__in=kinds)
    assert claims.count() == 3
    assert hidden.claims.exists()
    for claim in claims:
        assert client.get(reverse("desk-claim", args=[claim.pk])).status_code == 404
