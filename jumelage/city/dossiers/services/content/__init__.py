"""Acts on what a dossier says."""
