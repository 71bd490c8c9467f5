"""Acts of the room: keeping, publishing and withdrawing partnerships, projects, places and announcements."""
