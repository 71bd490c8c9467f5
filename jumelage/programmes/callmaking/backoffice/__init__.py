"""Staff views of calls."""
