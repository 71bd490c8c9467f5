"""Pictures, videos, subtitles."""

from jumelage.city.media.models.picture import Picture
from jumelage.city.media.models.video import Track, Video

__all__ = ["Picture", "Track", "Video"]
