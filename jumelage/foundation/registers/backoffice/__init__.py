"""Staff pages of every plain register, and of long work."""
