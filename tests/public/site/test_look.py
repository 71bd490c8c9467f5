"""A city's colours, logo and words; and the publication of a page."""

from io import BytesIO

import pytest
from django.urls import reverse
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image

from jumelage.foundation.kernel.errors import Refused
from jumelage.public.site.models import SiteIdentity
from jumelage.public.site.rules import colours
from jumelage.public.site.services.clean_logo import clean_logo
from jumelage.public.site.services.set_look import set_look

BLUE = {"primary": "#1D3F8A", "accent": "#8A1D4F"}
channel = st.integers(0, 255)
colour = st.tuples(channel, channel, channel).map(
    lambda three: "#{:02X}{:02X}{:02X}".format(*three)
)


def picture(kind="PNG", size=(900, 300)):
    file = BytesIO()
    Image.new("RGB", size, "#1D3F8A").save(
        file, kind, comment="secret"
    ) if kind == "JPEG" else Image.new("RGB", size).save(file, kind)
    return file.getvalue()


@given(colour, colour)
def test_every_accepted_pair_makes_readable_pages(primary, accent):
    try:
        light, dark = colours.palettes({"primary": primary, "accent": accent})
    except Refused:
        assume(False)
    for palette, grounds in ((light, colours.LIGHT), (dark, colours.DARK)):
        for word in ("primary", "primary-dk", "accent"):
            assert min(colours.contrast(palette[word], ground) for ground in grounds) >= 4.5
        for front, ground in (
            ("on-primary", "primary"), ("on-primary", "primary-dk"), ("primary", "primary-tint"),
            ("primary-dk", "primary-tint"),
        ):  # fmt: skip
            assert colours.contrast(palette[front], palette[ground]) >= 4.5
        assert colours.contrast("#F1ECE3", palette["band"]) >= 4.5


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"primary": "blue", "accent": "#000000"}, "colour-unreadable"),
        ({"primary": "#F3B33D", "accent": "#000000"}, "colour-contrast"),
        ({"primary": "#000000", "accent": "#FF8888"}, "colour-contrast"),
    ],
)
def test_colours_that_cannot_be_read_are_refused(given, code):
    with pytest.raises(Refused, match=code):
        colours.palettes(given)


def test_the_stylesheet_wins_in_both_schemes():
    text = colours.stylesheet(BLUE)
    assert text.startswith("@layer theme{:root{--primary:#1D3F8A;")
    assert text.count("--primary:") == 3


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_made_small_and_says_nothing_else(kind):
    clean = clean_logo(picture(kind))
    with Image.open(BytesIO(clean)) as image:
        assert (image.format, image.size) == ("PNG", (288, 96))
    assert b"secret" not in clean


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<?xml version="1.0"?><SVG onload="alert(1)">', "logo-svg"),
        (b"%PDF-1.7", "logo-unreadable"),
        (picture()[:60], "logo-unreadable"),
        (picture("GIF"), "logo-unreadable"),
        (b"x" * 2_000_001, "logo-too-large"),
        (picture(size=(5000, 4001)), "logo-too-large"),
    ],
)
def test_a_file_that_is_no_logo_is_refused(content, code):
    with pytest.raises(Refused, match=code):
        clean_logo(content)


@pytest.mark.django_db
def test_the_public_site_wears_them(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    values = {"city_name": {"fr": "Ville de Namur", "nl": "Stad Namen"}}
    set_look(values, colours=BLUE, logo=picture())
    kept = set_look(values, colours=BLUE, logo=picture())
    page = client.get("/fr/").content.decode()
    style, logo = (
        reverse(name, args=[mark])
        for name, mark in (("city-stylesheet", kept.theme_mark), ("city-logo", kept.logo_mark))
    )
    assert style in page
    assert logo in page
    assert "Bruxelles" not in page
    assert "immutable" in client.get(style)["Cache-Control"]
    assert client.get(logo)["Content-Type"] == "image/png"
    assert client.get("/city-0.css").status_code == client.get("/city-0.png").status_code == 404
    assert set_look(values, colours=BLUE).logo == kept.logo
    plain = set_look(values, colours={})
    assert plain.theme_mark == ""
    assert SiteIdentity(pk=2).logo_mark == ""
