"""When a person may be shown, what follows from an event, what contradicts what, and when a check grows old."""
