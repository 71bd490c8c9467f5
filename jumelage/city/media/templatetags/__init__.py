"""Pictures and videos on pages."""
