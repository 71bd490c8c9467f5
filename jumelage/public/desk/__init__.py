"""The staff's side: set-up, loading of data files, backup.

Used by clerks and operators. It must never write but through the rooms' services.
"""
