"""Accounts, national numbers, validity and completeness, as plain rules."""
