"""PostgreSQL as we ask it to lock."""
