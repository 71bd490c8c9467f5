"""The style guide shows every component; errors look like the house."""

import re

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

from jumelage.public.site.templatetags.icons import icon, icon_names

TEMPLATES = settings.BASE_DIR / "design/templates"
INCLUDE = re.compile(r"""{%\s*include\s+["'](components/[\w/-]+\.html)["']""")


@pytest.mark.django_db
def test_the_style_guide_answers_in_english_and_is_not_listed(client: Client) -> None:
    answer = client.get("/styleguide/", headers={"Accept-Language": "nl"})
    assert answer.status_code == 200
    assert answer["X-Robots-Tag"] == "noindex"
    assert '<html lang="en"' in answer.content.decode()


def test_every_component_is_in_the_style_guide() -> None:
    shown: set[str] = set()
    waiting = list((TEMPLATES / "styleguide").glob("*.html"))
    while waiting:
        names = set(INCLUDE.findall(waiting.pop().read_text(encoding="utf-8"))) - shown
        shown |= names
        waiting += [TEMPLATES / name for name in names]
    every = {
        file.relative_to(TEMPLATES).as_posix()
        for file in (TEMPLATES / "components").rglob("*.html")
    }
    assert every == shown


def test_every_component_says_what_it_takes_or_takes_nothing() -> None:
    for file in (TEMPLATES / "components").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("{#") or "{{" not in text, file


def test_an_icon_is_drawn_into_the_page_and_hidden_from_assistive_technology() -> None:
    for name in icon_names():
        drawn = icon(name)
        assert drawn.startswith('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"')
        assert drawn.count("<svg") == 1
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "introuvable"), ("nl", "niet gevonden"), ("en", "not found")],
)
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(
    client: Client, language: str, words: str
) -> None:
    answer = client.get(f"/{language}/x/y/z/")
    assert answer.status_code == 404
    assert words in answer.content.decode()
    assert 'content="noindex"' in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "429.html"])
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_errors_have_a_title_and_a_way_out(name: str, language: str) -> None:
    with override(language):
        page = render_to_string(name)
    assert page.count("<h1>") == 1
    assert f'href="/{language}/"' in page


def test_the_last_error_page_needs_nothing_and_speaks_three_languages() -> None:
    page = render_to_string("500.html")
    for language in ("fr", "nl", "en"):
        assert f'lang="{language}"' in page
        assert f'href="/{language}/"' in page
