"""Calendar files that any calendar program reads.

Used by every room whose records have dates. It must never know what an entry is about.
"""
