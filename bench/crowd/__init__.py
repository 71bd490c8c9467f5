"""What benches of the deadline share: the site as in production, and people who apply."""
