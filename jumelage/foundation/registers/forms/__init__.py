"""Forms of the registers, made from what the rooms declare."""
