"""Forms, per audience."""
