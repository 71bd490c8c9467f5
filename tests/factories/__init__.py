"""Records for tests, one module per room."""
