"""Rules of calendar files: plain Python."""
