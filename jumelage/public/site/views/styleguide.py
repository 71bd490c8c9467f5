"""Every component of the house on one page, so that a person can look at all of them at once."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from jumelage.public.site.forms.sample import SampleFileForm, SampleForm

COLOURS = [
    "paper",
    "surface",
    "sand",
    "ink",
    "ink-2",
    "line",
    "line-strong",
    "primary",
    "primary-dk",
    "primary-tint",
    "accent",
    "accent-g",
    "saffron",
    "ok",
    "ok-tint",
    "warn",
    "warn-tint",
    "err",
    "err-tint",
    "band",
]
SIZES = (
    ("t-sm", "Sm"),
    ("t-md", "Md"),
    ("t-lg", "Lg"),
    ("t-h3", "H3"),
    ("t-h2", "H2"),
    ("t-h1", "H1"),
)
# Examples only: no fact of the programme is told here.
MOMENTS = [
    {"date": "2002", "title": "First agreement", "text": "What the two cities decided together."},
    {"date": "March 2008", "title": "Second agreement", "text": ""},
    {"date": "2026", "title": "A step that a partner promises", "text": "", "announced": True},
]
TONES = [
    {"label": "Running", "tone": ""},
    {"label": "Done", "tone": "ok"},
    {"label": "To complete", "tone": "warn"},
    {"label": "Stopped", "tone": "err"},
    {"label": "Health", "tone": "accent"},
    {"label": "According to a partner", "tone": "according"},
    {"label": "Announced", "tone": "announced"},
    {"label": "PDF", "tone": "plain"},
]

SOURCE = {
    "publisher": {"marked": "Name of the publisher"},
    "title": {"marked": "Title of the source"},
    "address": "https://example.org/",
}
WORD = {
    "value": {"marked": "what this source says, in our words"},
    "pinpoint": {"marked": "heading 2"},
    "source": SOURCE,
}


def styleguide(request: HttpRequest) -> HttpResponse:
    """In English only: it is for those who build, and search engines do not list it."""
    with override("en"):
        response = render(request, "styleguide/index.html", _examples())
    response["X-Robots-Tag"] = "noindex"
    return response


def _examples() -> dict[str, Any]:
    page = Paginator(range(190), 20).get_page(4)
    return {
        "colours": COLOURS,
        "sizes": SIZES,
        "tones": TONES,
        "moments": MOMENTS,
        "facts": [{"label": "Country", "value": "Country"}, {"label": "Since", "value": "2002"}],
        "standings": [("according", "the partner"), ("announced", "the partner")],
        "claims": [{"pieces": [{"is": WORD}]}],
        "publishers": [SOURCE["publisher"]],
        "trail": [{"url": "#", "label": "Projects"}],
        "details": ["PDF", "1.2 MB", "in French"],
        "link": {"url": "#", "label": "What to do next"},
        "page": page,
        "elided": list(page.paginator.get_elided_page_range(page.number)),
        "empty_form": SampleForm(),
        "file_field": SampleFileForm()["letter"],
        "wrong_form": SampleForm(
            {"title": "", "amount": "-5", "theme": "water", "summary": "Text"}
        ),
    }
