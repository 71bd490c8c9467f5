"""How the journal is chained."""
