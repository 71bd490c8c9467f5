"""Forms of members and of clerks."""
