"""Staff pages of news and links."""
