"""What makes a seat and an opinion acceptable, without a database."""
