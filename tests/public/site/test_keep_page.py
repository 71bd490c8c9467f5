"""Editorial pages: kept once, in every language, and linked."""

from typing import Any

import pytest
from wagtail.models import Page, Site

from jumelage.foundation.audit.models import Entry
from jumelage.foundation.kernel.errors import Refused
from jumelage.public.site.models import EditorialPage
from jumelage.public.site.services.keep_page import keep_page

pytestmark = pytest.mark.django_db

TEXTS: dict[str, dict[str, Any]] = {
    "fr": {
        "slug": "vie-privee",
        "title": "Vie privée",
        "intro": "Ce que nous gardons.",
        "body": [
            {"heading": "Cookies"},
            {"text": "Aucun <b>cookie</b>.\n\nVoir [la loi](https://example.org/loi)."},
            {"list": ["un", "deux"]},
        ],
    },
    "nl": {"slug": "privacy", "title": "Privacy"},
}


def test_a_page_is_published_in_each_language_and_linked() -> None:
    keep_page("privacy", TEXTS)
    french = EditorialPage.objects.get(locale__language_code="fr")
    dutch = EditorialPage.objects.get(locale__language_code="nl")
    assert french.live
    assert french.get_translations().get().pk == dutch.pk
    assert french.get_parent().get_translations().get().pk == dutch.get_parent().pk
    assert Site.objects.get().root_page_id == french.get_parent().pk
    assert "<p>Aucun &lt;b&gt;cookie&lt;/b&gt;.</p>" in str(french.body[1].value.source)
    assert '<a href="https://example.org/loi">la loi</a>' in str(french.body[1].value.source)


def test_the_same_again_changes_nothing() -> None:
    keep_page("privacy", TEXTS)
    keep_page("privacy", TEXTS)
    lines = Entry.objects.filter(act="site.keep-page")
    assert lines.count() == 2
    assert all(line.public for line in lines)
    assert Page.objects.filter(depth=2, slug__in=["fr", "nl"]).count() == 2
    assert EditorialPage.objects.first().revisions.count() == 1


def test_a_change_is_kept_and_told() -> None:
    keep_page("privacy", TEXTS)
    keep_page("privacy", {"fr": {**TEXTS["fr"], "body": [{"list": ["un", "trois"]}]}})
    page = EditorialPage.objects.get(locale__language_code="fr")
    assert list(page.body[0].value) == ["un", "trois"]
    assert Entry.objects.filter(act="site.keep-page").last().details["fields"] == ["body"]
    keep_page("privacy", {"fr": {**TEXTS["fr"], "title": "Vos données"}})
    assert EditorialPage.objects.get(pk=page.pk).title == "Vos données"


def test_an_unsafe_link_is_refused() -> None:
    body = [{"text": "[ici](javascript:alert(1))"}]
    with pytest.raises(Refused) as refusal:
        keep_page("x", {"fr": {"slug": "x", "title": "X", "body": body}})
    assert refusal.value.code == "page-link-unsafe"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        keep_page("x", {"de": {"slug": "x", "title": "X"}})
    assert refusal.value.code == "page-language-unknown"
