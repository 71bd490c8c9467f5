"""Acts on links and redirects."""
