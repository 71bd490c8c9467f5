"""Acts of the desk's frame: saving with care for the other editor, states of texts, long work."""
