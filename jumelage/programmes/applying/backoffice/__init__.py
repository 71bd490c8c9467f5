"""Staff views of one application."""
