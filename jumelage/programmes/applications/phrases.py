"""Refusals of the room, in words."""

PHRASES: dict[str, object] = {}
