"""What the publication of a person still lacks, in words for the officer."""

from datetime import date

import pytest

from jumelage.programmes.atrisk.queries.gate import lacks
from tests.factories.atrisk import AdoptedPersonFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_without_a_ground_it_says_what_is_missing() -> None:
    assert lacks(AdoptedPersonFactory(published=False), today=TODAY) != ""


def test_a_stopped_person_lacks_the_lifting_of_the_stop() -> None:
    stopped = AdoptedPersonFactory(published=False, stopped=True)
    assert lacks(stopped, today=TODAY)
    assert lacks(stopped, today=TODAY) != lacks(AdoptedPersonFactory(published=False), today=TODAY)
