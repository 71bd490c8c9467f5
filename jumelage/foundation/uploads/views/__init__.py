"""The door for files that come in pieces."""
