"""What clerks fill in about what arrives."""
