"""Acts on who works on an application."""
