"""Forms of the clerk and of the buyer."""
