"""Value types that every room speaks: money, partial dates, periods, texts in several languages, refusals.

Used by every room. It must never know a room, nor have a table.
"""
