"""The desk's pages on which data files are sent and loaded."""
