"""The fortnight's data files: what is wrong is told with its line, and nothing is written."""

from pathlib import Path

import pytest

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.programmes.festival.models import Edition, Event
from jumelage.public.loading.services.load_folder import load_folder
from tests.public.loading.folders import write

pytestmark = pytest.mark.django_db
EDITIONS = """
    - slug: "2024"
      year: 2024
      title: {fr: "Quinzaine", nl: "Veertiendaagse", en: "Fortnight"}
      theme: {fr: "Paix", nl: "Vrede", en: "Peace"}
      kinds: [debate]
"""
EVENT = """
    slug: talk
    edition: "2024"
    kind: debate
    title: {fr: "Débat", nl: "Debat", en: "Debate"}
    summary: {fr: "Un débat.", nl: "Een debat.", en: "A debate."}
    occurrences:
      - slug: one
        date: "2024-09-25"
        starts_at: "18:00"
        ends_at: "20:00"
"""


def test_an_edition_and_its_event_are_loaded(tmp_path: Path) -> None:
    loaded = load_folder(write(tmp_path, {"editions.yaml": EDITIONS, "events/talk.yaml": EVENT}))
    assert loaded.mistakes == []
    event = Event.objects.get()
    assert (event.published, event.edition.year) == (True, 2024)
    assert str(event.occurrences.get().ends_at) == "20:00:00"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: debate", "kind: circus", "code-unknown"),
        ('edition: "2024"', 'edition: "2023"', "link-unknown"),
        ('"18:00"', '"18h"', "text-unfit"),
        ('"2024-09-25"', '"2024-09"', "time-without-day"),
        ('"20:00"', '"17:00"', "occurrence-reversed"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    files = {"editions.yaml": EDITIONS, "events/talk.yaml": EVENT.replace(old, new)}
    (mistake,) = load_folder(write(tmp_path, files)).mistakes
    assert (mistake.file, mistake.code) == ("events/talk.yaml", code)
    assert sentence(Refused(mistake.code, **mistake.details))
    assert not Edition.objects.exists()
