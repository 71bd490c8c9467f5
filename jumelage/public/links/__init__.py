"""Addresses that moved, and links that lead nowhere.

Used by the visitors of old addresses and by those who repair pages. It must never reach out unless the operator
allows it.
"""
