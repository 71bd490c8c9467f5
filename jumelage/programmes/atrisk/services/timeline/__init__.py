"""What is entered into a file: events, checks, restrictions."""
