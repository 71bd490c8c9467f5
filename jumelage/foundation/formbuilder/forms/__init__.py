"""Forms of those who build forms."""
