"""Acts of the room: keeping bodies and decisions."""
