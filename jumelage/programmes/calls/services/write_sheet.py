"""Write a whole call: its own fields and all its rows. Part of the acts that make a call from something else."""

from typing import Any

from jumelage.foundation.audit.services.set_values import set_values
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.calls.models import Call
from jumelage.programmes.calls.queries.rows import is_published_track

_FIRST = {
    "articles": ("number",),
    "tracks": ("slug",),
    "dates": ("slug",),
    "faqs": ("slug",),
    "questions": ("slug",),
    "call_documents": ("document",),
}
# Their rows may name a track, which must be there before.
_THEN = {
    "envelopes": ("slug",),
    "criteria": ("slug",),
    "asked_documents": ("slug",),
    "requirements": ("slug",),
}


def write_sheet(call: Call, values: dict[str, Any]) -> list[str]:
    """Give `call` its `values`: fields, and lists of rows (dictionaries), replaced when given; what changed.

    A row names its track by its slug. To be called inside an act. Raises Refused("track-unknown"),
    Refused("track-published"), ValidationError, or what the models refuse.
    """
    first = {name: value for name, value in values.items() if name not in _THEN}
    _check_tracks_stay(call, first.get("tracks"))
    changed = set_values(call, first, _FIRST)
    tracks = {track.slug: track for track in call.tracks.all()}
    then = {
        name: [{**row, "track": _track(row.get("track"), tracks)} for row in values[name]]
        for name in _THEN
        if name in values
    }
    return sorted({*changed, *set_values(call, then, _THEN)})


def _track(slug: str | None, tracks: dict[str, Any]) -> Any:
    if slug and slug not in tracks:
        raise Refused("track-unknown", track=slug, known=", ".join(tracks))
    return tracks[slug] if slug else None


def _check_tracks_stay(call: Call, rows: list[dict[str, Any]] | None) -> None:
    if rows is None or call.pk is None:
        return
    kept = {row["slug"] for row in rows}
    for track in call.tracks.all():
        if track.slug not in kept and is_published_track(call, track):
            raise Refused("track-published", track=str(track))
