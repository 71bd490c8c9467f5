"""Pages of clerks."""
