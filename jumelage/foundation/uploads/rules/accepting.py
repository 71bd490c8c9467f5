"""Whether a file that somebody sends is kept, and what of it.

Source: OWASP Application Security Verification Standard 4.0.3, V12 (files and resources).
"""

from collections.abc import Collection
from dataclasses import dataclass

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.uploads.rules.documents import check_package, pdf_facts
from jumelage.foundation.uploads.rules.images import clean_image
from jumelage.foundation.uploads.rules.kinds import (
    ALL,
    ENDINGS,
    IMAGES,
    LIMITS_BYTES,
    MEGABYTE,
    OLD_OFFICE,
    PACKAGES,
    PDF,
    TEXT,
    VIDEOS,
    kind_of,
    name_of,
    said_by,
)
from jumelage.foundation.uploads.rules.videos import video_seconds

_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class FileFacts:
    """What was found: `content` is what is kept. `pages`, `tagged` and `seconds` are None where the kind has none."""

    content: bytes
    media_type: str
    pages: int | None = None
    text: str = ""
    tagged: bool | None = None
    seconds: int | None = None

    @property
    def ending(self) -> str:
        """The usual ending of a name of this kind."""
        return ENDINGS[self.media_type][0]


def accepted(
    content: bytes, *, name: str = "", kinds: Collection[str] = ALL, widest: int | None = None
) -> FileFacts:
    """What a file tells of itself; `name` is the one it came with, `kinds` the media types wanted here.

    An image is made at most `widest` pixels wide and high.

    Raises Refused("upload-empty"), Refused("upload-kind"), Refused("upload-disguised"), Refused("upload-large"),
    Refused("upload-broken"), Refused("upload-locked"), Refused("upload-macros") or Refused("upload-pixels").
    """
    if not content.strip():
        raise Refused("upload-empty")
    kind = kind_of(content)
    _check_kind(content, kind, said_by(name), kinds)
    if len(content) > LIMITS_BYTES[kind]:
        sizes = {
            "size_mb": -(-len(content) // MEGABYTE),
            "limit_mb": LIMITS_BYTES[kind] // MEGABYTE,
        }
        raise Refused("upload-large", found=name_of(kind), **sizes)
    if kind == PDF:
        facts = pdf_facts(content)
        return FileFacts(content, kind, facts.pages, facts.text, facts.tagged)
    if kind in IMAGES:
        return FileFacts(clean_image(content, kind, widest=widest), kind)
    if kind in VIDEOS:
        return FileFacts(content, kind, seconds=video_seconds(content, kind))
    if kind in PACKAGES:
        check_package(content, kind)
    return FileFacts(content, kind, text=content.decode() if kind == TEXT else "")


def _check_kind(content: bytes, kind: str, said: str, kinds: Collection[str]) -> None:
    if kind == OLD_OFFICE and _LOCKED_OFFICE in content:
        raise Refused("upload-locked", found=said.upper() or name_of(kind))
    known = any(said in endings for endings in ENDINGS.values())
    if known and said not in ENDINGS.get(kind, ()):
        raise Refused("upload-disguised", said=said.upper(), found=name_of(kind))
    if kind not in kinds or (said and not known):
        listed = ", ".join(name_of(one) for one in ENDINGS if one in kinds)
        raise Refused(
            "upload-kind",
            found=name_of(kind) if not said or known else said.upper(),
            accepted=listed,
        )
