"""Keep a file that somebody sends: checked, cleaned, private, under a name that nobody guesses."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.crypto import salted_hmac

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.queries import virus_in
from jumelage.foundation.uploads.rules.accepting import accepted
from jumelage.foundation.uploads.rules.kinds import ALL


@dataclass(frozen=True)
class Kept:
    """A file as it is kept. `file` is its name in the media folder; unknown pages, tags and seconds are None."""

    file: str
    media_type: str
    size_bytes: int
    sha256: str
    pages: int | None
    text: str
    tagged: bool | None
    seconds: int | None


def keep_upload(
    content: bytes,
    *,
    folder: str,
    owner: str,
    name: str = "",
    kinds: Collection[str] = ALL,
    widest: int | None = None,
) -> Kept:
    """Keep `content` in the media folder `folder` for the record `owner`; `name` is the one it came with.

    An image is made at most `widest` pixels wide and high. The same file for the same owner is kept once. Raises what
    `accepted` refuses, Refused("upload-infected") or Refused("upload-unscanned").
    """
    facts = accepted(content, name=name, kinds=kinds, widest=widest)
    if virus := virus_in(content):
        raise Refused("upload-infected", virus=virus)
    digest = sha256(facts.content).hexdigest()
    # Keyed: who knows a file cannot find out its address, nor whether we have it.
    secret = salted_hmac("uploads", f"{folder}/{owner}/{digest}", algorithm="sha256").hexdigest()
    place = f"{folder}/{secret[:2]}/{secret[2:42]}.{facts.ending}"
    if not default_storage.exists(place):
        place = default_storage.save(place, ContentFile(facts.content))
    return Kept(
        file=place,
        media_type=facts.media_type,
        size_bytes=len(facts.content),
        sha256=digest,
        pages=facts.pages,
        text=facts.text,
        tagged=facts.tagged,
        seconds=facts.seconds,
    )
