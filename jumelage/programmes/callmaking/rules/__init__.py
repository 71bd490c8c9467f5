"""Rules of making calls: plain Python."""
