"""Forms of the room, for the staff."""
