"""Words of the builder."""
