"""Acts of the room: keeping sources, documents and claims."""
