"""What is right and wrong about a crisis and the aid, without a database."""
