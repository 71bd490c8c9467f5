"""Words of the room on pages."""
