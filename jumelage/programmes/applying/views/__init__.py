"""What applicants see and do. Nothing here is ever kept by a cache."""
