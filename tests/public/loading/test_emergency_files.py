"""Data files of the emergency aid and of the council: what is wrong is told with its line, and nothing is written."""

from pathlib import Path

import pytest

from jumelage.city.governance.models import Mandate, Opinion
from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.emergency.models import Crisis, Response
from jumelage.public.loading.services.load_folder import load_folder
from tests.factories.governance import BodyFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.portfolio import ProjectFactory
from tests.public.loading.folders import write

pytestmark = pytest.mark.django_db
CRISES = """
    - slug: floods
      title: {fr: "Inondations", nl: "Overstromingen", en: "Floods"}
      hazard: FL
      countries: ["ES"]
      start: "2024-10"
      glides: ["FL-2024-000199-ESP"]
"""
ANSWER = """
    slug: tents
    crisis: floods
    title: {fr: "Tentes", nl: "Tenten", en: "Tents"}
    form: goods
    outcome: given
    date: "2024-11"
    principles: [humanity]
    goods:
      - slug: tents
        description: {fr: "tentes", nl: "tenten", en: "tents"}
        quantity: 120
        unit: {fr: "pièces", nl: "stuks", en: "pieces"}
"""
SITTINGS = """
    - slug: march
      body: council
      held_on: "2025-03"
"""
MANDATES = """
    - slug: helpers
      body: council
      category: association
      organisation: helpers
      start: "2021"
      end: "2027"
"""
OPINIONS = """
    - slug: water
      body: council
      sitting: march
      subject: {fr: "L’eau", nl: "Water", en: "Water"}
      outcome: favourable
      links: ["project:water"]
"""


def test_a_crisis_and_an_answer_are_loaded(tmp_path: Path) -> None:
    loaded = load_folder(write(tmp_path, {"crises.yaml": CRISES, "emergency/tents.yaml": ANSWER}))
    assert loaded.mistakes == []
    assert Crisis.objects.get().published
    lot = Response.objects.get().goods.get()
    assert (str(lot.quantity), lot.status) == ("120.00", "given")
    again = load_folder(write(tmp_path, {"crises.yaml": CRISES, "emergency/tents.yaml": ANSWER}))
    assert again.mistakes == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("crises.yaml", "hazard: FL", "hazard: XX", "code-unknown"),
        ("crises.yaml", "FL-2024-000199-ESP", "XX-2024-000199-ESP", "glide-hazard-unknown"),
        ("crises.yaml", "FL-2024-000199-ESP", "FL-2024-000199-ES", "glide-country-unknown"),
        ("crises.yaml", '["ES"]', '["XX"]', "code-unknown"),
        ("crises.yaml", '["ES"]', "[]", "list-short"),
        ("emergency/tents.yaml", "crisis: floods", "crisis: fire", "link-unknown"),
        ("emergency/tents.yaml", "form: goods", "form: money", "money-with-goods"),
        ("emergency/tents.yaml", "principles: [humanity]", "amount_cents: 5", "goods-with-amount"),
        ("emergency/tents.yaml", "[humanity]", "[speed]", "code-unknown"),
        ("emergency/tents.yaml", "quantity: 120", "quantity: 0", "quantity-not-positive"),
        ("emergency/tents.yaml", "outcome: given", "outcome: refused", "refusal-without-reason"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    files = {"crises.yaml": CRISES, "emergency/tents.yaml": ANSWER}
    assert old in files[file]
    files[file] = files[file].replace(old, new)
    (mistake,) = load_folder(write(tmp_path, files)).mistakes
    assert (mistake.file, mistake.code) == (file, code)
    assert sentence(Refused(mistake.code, **mistake.details))
    assert not Crisis.objects.exists()


@pytest.fixture
def council() -> None:
    BodyFactory(slug="council")
    OrganisationFactory(slug="helpers")
    ProjectFactory(slug="water")


def test_seats_sittings_and_opinions_are_loaded(tmp_path: Path, council: None) -> None:
    files = {"mandates.yaml": MANDATES, "sittings.yaml": SITTINGS, "opinions.yaml": OPINIONS}
    assert load_folder(write(tmp_path, files)).mistakes == []
    assert Mandate.objects.get().published
    assert str(Opinion.objects.get().sitting).endswith("2025-03")


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("mandates.yaml", 'end: "2027"', 'end: "2019"', "period-reversed"),
        ("mandates.yaml", "organisation: helpers", "voting: true", "mandate-of-nobody"),
        ("sittings.yaml", '"2025-03"', "null", "sitting-without-day"),
        ("opinions.yaml", "body: council", "body: nobody", "link-unknown"),
        ("opinions.yaml", "sitting: march", "kind: initiative", "opinion-without-sitting"),
        ("opinions.yaml", "project:water", "project:wine", "opinion-link-unknown"),
        ("opinions.yaml", "favourable", "maybe", "code-unknown"),
    ],
)
def test_a_mistake_of_the_council_is_told(
    tmp_path: Path, council: None, *, file: str, old: str, new: str, code: str
) -> None:
    files = {"mandates.yaml": MANDATES, "sittings.yaml": SITTINGS, "opinions.yaml": OPINIONS}
    assert old in files[file]
    files[file] = files[file].replace(old, new)
    (mistake,) = load_folder(write(tmp_path, files)).mistakes
    assert (mistake.file, mistake.code) == (file, code)
    assert sentence(Refused(mistake.code, **mistake.details))
    assert not Opinion.objects.exists()
