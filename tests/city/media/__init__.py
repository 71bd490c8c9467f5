"""Pictures, videos, subtitles."""
