"""Acts: keeping redirects, looking at links."""
