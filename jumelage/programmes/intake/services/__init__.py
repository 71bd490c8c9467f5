"""What the service does with what arrives, one act a file."""
