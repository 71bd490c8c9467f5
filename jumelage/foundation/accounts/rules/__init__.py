"""Rules of the room, in plain Python."""
