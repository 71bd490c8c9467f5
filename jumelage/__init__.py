"""Jumelage: the platform on which a city runs its international solidarity."""
