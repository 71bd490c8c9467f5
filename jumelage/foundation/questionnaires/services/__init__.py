"""Acts on forms."""
