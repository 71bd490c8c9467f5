"""Questions asked of applications."""
