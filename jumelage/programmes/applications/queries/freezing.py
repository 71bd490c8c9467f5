"""What a deposit freezes: everything that was answered and joined, as plain values."""

from typing import Any

from jumelage.city.dossiers.queries import frozen_dossier
from jumelage.foundation.questionnaires.queries import answering as forms
from jumelage.programmes.applications.queries.answers import DOCUMENT, Draft


def frozen(draft: Draft, *, declaration: str) -> dict[str, Any]:
    """All that is deposited: call, track, form, organisation, answers that are asked, files with their SHA-256.

    Amounts are in euro cents, weights in bytes.
    """
    application, call = draft.application, draft.application.call
    seen = forms.visible_fields(draft.definition, draft.answers, draft.context)
    files = [one for one in draft.attachments if one.field in seen or one in _asked(draft)]
    return {
        "application": str(application.key),
        "language": application.language,
        "title": draft.title,
        "call": {"slug": call.slug, "year": call.year, "title": dict(call.title)},
        "publication": call.current.number if call.current else None,
        "track": {"slug": draft.track.slug, "title": dict(draft.track.title)},
        "form": {
            "slug": application.form_version.form.slug,
            "version": application.form_version.number,
        },
        "organisation": frozen_dossier(draft.dossier) if draft.dossier else None,
        "answers": {
            code: value
            for code, value in draft.answers.items()
            if code in seen and draft.definition.by_code[code].kind != "file"
        },
        "files": [
            {
                "file": one.pk,
                "field": one.field,
                "name": one.name,
                "media_type": one.media_type,
                "size_bytes": one.size_bytes,
                "sha256": one.sha256,
            }
            for one in files
        ],
        "declaration": declaration,
    }


def _asked(draft: Draft) -> list[Any]:
    """Files that the call asks beside the form, and the scanned original of a paper application."""
    names = {f"{DOCUMENT}{one.slug}" for one in draft.asked_files} | {""}
    return [one for one in draft.attachments if one.field in names]
