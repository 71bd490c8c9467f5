"""Questions about links and redirects."""
