"""Writing the journal."""
