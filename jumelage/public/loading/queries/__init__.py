"""Questions asked before, while and after data files are loaded."""
