"""Subtitles, and sizes of pictures."""
