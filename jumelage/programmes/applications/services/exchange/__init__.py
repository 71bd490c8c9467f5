"""What is said between applicants and the service."""
