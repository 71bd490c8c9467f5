"""Words of applications for templates."""
