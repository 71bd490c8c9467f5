"""Acts of the desk: loading a folder of data files."""
