"""Pages of those who build forms."""
