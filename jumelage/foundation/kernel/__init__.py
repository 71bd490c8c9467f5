"""Value types that every room speaks: money, partial dates, periods, texts in several languages, refusals.

Used by every room; knows none of them and has no tables.
"""
