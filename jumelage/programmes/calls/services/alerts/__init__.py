"""Who is told of new calls by e-mail."""
