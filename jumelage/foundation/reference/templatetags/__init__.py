"""What templates may ask of the room."""
