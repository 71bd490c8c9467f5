"""Evidence and documents on pages."""
