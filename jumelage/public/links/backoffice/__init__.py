"""Staff pages of links and redirects."""
