"""What people fill in: to sign in, about themselves, to help somebody."""
