"""Names and maps for pages."""
