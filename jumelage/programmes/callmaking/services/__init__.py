"""Acts of the room, one a file."""
