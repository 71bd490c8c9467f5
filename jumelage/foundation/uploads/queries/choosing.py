"""What a page lets people choose as a file."""

from jumelage.foundation.uploads.rules.kinds import ALL, ENDINGS, IMAGES


def choosable() -> str:
    """The `accept` of a file input. Images stand in it by their type too: a telephone then sends its photos as JPEG."""
    endings = (f".{ending}" for kind in ENDINGS if kind in ALL for ending in ENDINGS[kind])
    return ",".join([*sorted(IMAGES), *endings])
