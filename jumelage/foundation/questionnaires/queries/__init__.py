"""Questions about forms, and the door of their rules for the rooms that keep answers."""
