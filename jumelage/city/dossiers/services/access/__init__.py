"""Acts on who may read and write a dossier."""
