"""What applicants and clerks fill in around the form itself."""
