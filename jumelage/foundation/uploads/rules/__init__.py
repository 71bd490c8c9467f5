"""What a file is, and whether it is fit to be kept."""
