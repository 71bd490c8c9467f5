"""Plain rules of the room: moments, days, calendar files."""
