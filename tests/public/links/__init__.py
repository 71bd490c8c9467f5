"""Links and redirects."""
