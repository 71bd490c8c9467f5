"""The staff's side: home, languages, set-up, backup, the demonstration.

Used by clerks and operators. It must never write but through the rooms' services.
"""
