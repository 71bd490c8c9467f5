"""Acts on news."""
