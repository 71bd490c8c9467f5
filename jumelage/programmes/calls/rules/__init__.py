"""Rules of calls: plain Python."""
