"""Acts of the room: keeping what data files say, an archive of them checked and loaded."""
