"""Persons at risk whom the city adopted: who says what, since when, and whether one may still write.

Used by the site and the at-risk officer. It must never show a person without the gate of `rules/publication.py`,
nor anybody after the stop switch.
"""
