"""Questions asked of what arrived."""
