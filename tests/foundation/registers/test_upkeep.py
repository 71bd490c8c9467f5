"""What the night does for the desk: old work goes with its files, and texts without a note are noted."""

import os
from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from jumelage.city.portfolio.models import Place
from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.foundation.registers.models import RecordTexts, Work
from jumelage.foundation.registers.services.clear_works import KEPT_DAYS, clear_works
from tests.factories.portfolio import PlaceFactory
from tests.factories.staff import person

pytestmark = pytest.mark.django_db


def told(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue().strip()


def aged(name, days):
    then = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(default_storage.path(name), (then, then))


def file(name, days):
    kept = default_storage.save(name, ContentFile(b"x"))
    aged(kept, days)
    return kept


def work(days, **more):
    made = Work.objects.create(kind="registers.export", owner=person(), **more)
    Work.objects.filter(pk=made.pk).update(moved_at=timezone.now() - timedelta(days=days))
    return made


def test_old_work_goes_with_its_files_and_young_work_stays(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert told("withdraw_works") == "0 works, 0 files"
    old, young = file("work/old.csv", 20), file("work/young.csv", 3)
    spool, document = file("work/spool.json", 20), file("documents/old.pdf", 400)
    far = file("work/far.zip", 1)
    work(KEPT_DAYS + 1, file=old, state="done")
    work(KEPT_DAYS + 1, file=far, state="failed")
    kept = work(KEPT_DAYS - 1, file=young, state="done")
    assert told("withdraw_works") == "2 works, 3 files"
    assert list(Work.objects.all()) == [kept]
    assert not any(default_storage.exists(name) for name in (old, spool, far))
    assert default_storage.exists(young)
    assert default_storage.exists(document)
    assert clear_works(timezone.now()) == (0, 0)


def states(place):
    rows = RecordTexts.objects.filter(record=f"portfolio.place:{place.pk}")
    return dict(rows.values_list("language", "state"))


def test_records_of_before_are_noted_once_and_what_was_seen_stays():
    before = PlaceFactory(name={"fr": "Ville"})
    noted = keep_place(
        "x", {"name": {"fr": "Labé", "nl": "Labé", "en": "Labé"}, "kind": "city", "country": "GN"}
    )
    keep_place("x", {"name": {"fr": "Autre", "nl": "Labé", "en": "Labé"}})
    assert states(before) == {}
    assert told("note_texts") == "1 noted, 0 gone"
    assert states(before) == {"fr": "complete", "nl": "missing", "en": "missing"}
    assert states(noted) == {"fr": "complete", "nl": "outdated", "en": "outdated"}
    assert told("note_texts") == "0 noted, 0 gone"


def test_a_new_language_is_noted_and_a_record_that_went_is_forgotten():
    place = keep_place(
        "x", {"name": {"fr": "Labé", "nl": "Labé", "en": "Labé"}, "kind": "city", "country": "GN"}
    )
    gone = keep_place("y", {"name": {"fr": "Labé"}, "kind": "city", "country": "GN"})
    RecordTexts.objects.filter(language="en").delete()
    Place.objects.filter(pk=gone.pk).delete()
    assert told("note_texts") == "1 noted, 1 gone"
    assert states(place) == {"fr": "complete", "nl": "complete", "en": "complete"}


def test_a_change_after_the_note_makes_the_others_outdated():
    place = PlaceFactory(name={"fr": "Ville", "nl": "Stad", "en": "Town"})
    call_command("note_texts", stdout=StringIO())
    keep_place(place.slug, {"name": {"fr": "Autre ville", "nl": "Stad", "en": "Town"}})
    assert states(place) == {"fr": "complete", "nl": "outdated", "en": "outdated"}
