"""Files that people send: whether they are what they say, made safe, kept under names that nobody guesses.

Used by every room that keeps files. It must never trust a name or a declared type, and never serve a file.
"""
