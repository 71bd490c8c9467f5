"""The foundation: value types, journal, people who sign in, reference data."""
