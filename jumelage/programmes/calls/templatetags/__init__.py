"""Words for pages of calls."""
