"""What the public and the staff see: pages that join several rooms, the desk, open data."""
