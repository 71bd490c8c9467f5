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
