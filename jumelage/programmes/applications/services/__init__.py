"""Acts on applications, one a file, by the part of the work they belong to."""
