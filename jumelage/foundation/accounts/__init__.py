"""People who sign in, their roles and their second factor.

Used by every room's permissions. It must never know what a role may see in a room.
"""
