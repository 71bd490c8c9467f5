"""The page on privacy names every room that keeps something about people, each in its own words."""

from html import unescape

import pytest
from django.apps import apps
from django.db.models import EmailField
from django.utils.translation import override

from jumelage.foundation.kernel.declared import declared
from jumelage.public.site.queries.privacy import every_processing
from jumelage.public.site.services.keep_page import keep_page

ROOMS = [app for app in apps.get_app_configs() if app.name.startswith("jumelage.")]
# The city's own mailbox, which visitors are meant to read.
CITYS_OWN = {"contact_email"}


def _declaring(part: str, name: str) -> set[str]:
    """The rooms that declare `name`."""
    return {told.__module__.split(".")[2] for told in declared(part, name)}


def test_every_room_that_keeps_something_about_people_says_so():
    kept = {
        app.label
        for app in ROOMS
        for model in app.get_models()
        if any(isinstance(f, EmailField) and f.name not in CITYS_OWN for f in model._meta.fields)
    }
    kept |= _declaring("queries", "personal_data")
    kept |= _declaring("services.forget_person", "forget_person")
    assert {"accounts", "dossiers", "applications", "calls", "uploads"} <= kept
    assert kept - _declaring("queries", "processings") == set()


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_nothing_is_left_in_english(language):
    with override("en"):
        english = every_processing()
    with override(language):
        told = every_processing()
    assert len(told) == len(english) > 10
    for mine, theirs in zip(told, english, strict=True):
        assert all(mine.values())
        assert [name for name in mine if mine[name] == theirs[name]] in ([], ["title"])


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "told"), [("/fr/vie-privee/", True), ("/fr/contact/", False)])
def test_the_page_on_privacy_tells_them_and_no_other_does(client, address, told):
    for key, slug in (("privacy", "vie-privee"), ("contact", "contact")):
        keep_page(key, {"fr": {"slug": slug, "title": key, "intro": "", "body": []}})
    # What binds French punctuation to its word is no part of the statements.
    content = unescape(client.get(address).content.decode()).replace("\u00a0", " ")
    with override("fr"):
        told_here = [
            [one[name].replace("\u00a0", " ") for name in ("title", "until")]
            for one in every_processing()
        ]
    said = [all(text in content for text in texts) for texts in told_here]
    assert set(said) == {told}
