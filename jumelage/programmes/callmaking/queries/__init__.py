"""What calls can be made from."""
