"""The empty form as a PDF, to work on paper first."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, override

from jumelage.foundation.kernel.pdf import render_pdf
from jumelage.foundation.questionnaires.queries.readout import blank_form
from jumelage.foundation.questionnaires.queries.wording import ContextWords
from jumelage.foundation.questionnaires.rules.definition import Definition


def paper_form(
    definition: Definition,
    *,
    title: Mapping[str, str],
    language: str,
    track: str = "",
    names: ContextWords | None = None,
    city: str = "",
) -> bytes:
    """The PDF/UA bytes of the form in `language`, to fill in by hand; only what the `track` asks, when it is named."""
    with override(language):
        context = {"track": track} if track else {}
        track_words = (names or {}).get("track", {}).get(track, track)
        data: dict[str, Any] = {
            "lang": language,
            "city": city,
            "title": title.get(language) or next((text for text in title.values() if text), ""),
            "track": str(track_words),
            "sections": blank_form(definition, context, names),
            "labels": {
                "mark": gettext("Two open rings that meet"),
                "site": gettext("International solidarity"),
                "page": gettext("Page"),
                "required": gettext("(required)"),
                "when": gettext("Answer only if:"),
                "track": gettext("Track"),
                "note": gettext(
                    "Empty form to prepare your answers. It is handed in on the website, not on paper."
                ),
            },
        }
        return render_pdf("form", data)
