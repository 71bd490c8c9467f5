"""The yearly call on the front page: its button says what one can do there, at every hour."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.test import Client
from freezegun import freeze_time

from jumelage.foundation.kernel.partial_dates import PartialDate
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.services.cancel_call import cancel_call
from jumelage.programmes.calls.services.extend_call import extend_call
from jumelage.public.site.services.keep_identity import keep_identity
from tests.factories.applications import HOUR, NOW
from tests.factories.applications import a_call as an_online_call
from tests.factories.evidence import ClaimFactory, EvidenceFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.texts import text

pytestmark = pytest.mark.django_db
WHY = {"fr": "Motif", "nl": "Reden"}


@pytest.fixture
def call() -> Call:
    """A city that speaks of its yearly call, and that call."""
    city = OrganisationFactory(name=text("Ville"), town=text("Bruxelles"))
    keep_identity({"city_name": text("Ville"), "organisation": city, "home_title": text("Accueil")})
    claim = ClaimFactory(subject=city, about="call", shown=None)
    claim.shown = EvidenceFactory(claim=claim, value=text("Chaque année"))
    claim.save()
    return an_online_call(slug="2027")


def box(when: datetime) -> tuple[str, list[tuple[str, str]]]:
    """The words of the box, and its buttons: what each says and where it leads."""
    with freeze_time(when):
        page = Client().get("/fr/").content.decode()
    found = re.search(r'<section class="call".*?</section>', page, re.DOTALL)
    assert found
    buttons = re.findall(r'<a class="btn[^"]*" href="([^"]+)">(.*?)</a>', found[0])
    words = " ".join(re.sub(r"<[^>]+>", "", found[0]).split())
    return words, [(label, to) for to, label in buttons]


@pytest.mark.parametrize(
    ("when", "told", "button"),
    [
        (
            datetime(2026, 1, 5, 12, tzinfo=HOUR.tzinfo),
            "Ouverture :",
            ("Lire l’appel", "/fr/appels/2027/"),
        ),
        (
            NOW,
            "Déposez jusqu’au jeudi 1er avril 2027 à 16:00",
            ("Voir comment déposer", "/fr/appels/2027/"),
        ),
        (
            HOUR - timedelta(hours=1),
            "Il se clôture aujourd’hui.",
            ("Voir comment déposer", "/fr/appels/2027/"),
        ),
        (
            HOUR + timedelta(minutes=5),
            "peut encore être déposé jusqu’à 16:30",
            ("Aller à mes demandes", "/fr/mes-demandes/"),
        ),
        (
            HOUR + timedelta(minutes=31),
            "Aucun appel n’est ouvert en ce moment.",
            ("Demander un e-mail quand un appel s’ouvre", "/fr/appels/alertes/"),
        ),
    ],
)
def test_the_button_says_what_one_can_do(
    call: Call, when: datetime, told: str, button: tuple[str, str]
) -> None:
    words, buttons = box(when)
    assert told in words
    assert buttons == [button]


def test_the_replaced_hour_stays_readable(call: Call) -> None:
    extend_call(call, PartialDate(2027, 4, 8), time(12), WHY, now=NOW)
    words, _ = box(NOW)
    assert "jeudi 8 avril 2027 à 12:00 au lieu du jeudi 1er avril 2027 à 16:00" in words


def test_a_cancelled_call_says_where_the_reason_stands(call: Call) -> None:
    cancel_call(call, WHY, now=NOW)
    words, buttons = box(NOW)
    assert "Cet appel est annulé" in words
    assert buttons == [("Lire pourquoi", "/fr/appels/2027/")]


def test_a_call_that_receives_files_elsewhere_leads_to_its_page_in_its_grace(call: Call) -> None:
    call.current.form_version = None
    call.current.save()
    assert box(HOUR + timedelta(minutes=5))[1] == [("Lire l’appel", "/fr/appels/2027/")]


def test_the_end_is_told_as_far_as_it_is_known(call: Call) -> None:
    Call.objects.update(closes_hour=None)
    assert "Clôture le : jeudi 1er avril 2027" in box(NOW)[0]
    Call.objects.update(closes_on=None)
    assert "Le jour de clôture n’est pas connu." in box(NOW)[0]
