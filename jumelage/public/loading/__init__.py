"""A city's data files: read, checked, shown record by record, loaded.

Used by operators and administrators, and by tests. It must never write but through the rooms' services, nor write a
part.
"""
