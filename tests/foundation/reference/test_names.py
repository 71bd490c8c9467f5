"""Codes as pages show them."""

from django.template import Context, Template
from django.utils.translation import override


def test_codes_are_shown_in_the_readers_words() -> None:
    page = Template(
        "{% load names %}{{ 'MA'|country }} {{ 'fr'|language }} {{ 6|goal }} {{ 'XX'|country }}"
    )
    with override("nl"):
        said = page.render(Context())
    assert said.startswith("Marokko Frans ")
    assert said.endswith(" XX")


def test_sector_without_a_name_in_the_readers_language_wears_its_own() -> None:
    page = Template("{% load names %}{{ '31166'|sector }} {{ '99'|sector }}")
    with override("nl"):
        assert page.render(Context()) == '<span lang="fr">Vulgarisation agricole</span> 99'
    with override("en"):
        assert page.render(Context()) == "Agricultural extension 99"
