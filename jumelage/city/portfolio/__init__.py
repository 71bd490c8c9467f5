"""Partnerships and projects: with whom, where, when, for whom, and what is said of the results.

Used by the site and by the programmes. It must never show a family, a patient or a beneficiary by name.
"""
