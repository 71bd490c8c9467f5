"""Acts of the room: keeping organisations and people, merging doubles."""
