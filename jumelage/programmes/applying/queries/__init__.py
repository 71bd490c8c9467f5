"""What the pages of applications list and say."""
