"""When two organisations are one, and how their numbers are written."""
