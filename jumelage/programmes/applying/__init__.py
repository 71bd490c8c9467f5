"""The pages on which people apply, and the sheet of one application on the desk.

Used by applicants, their colleagues and the clerks. It must never show a file that `applications.queries` did not open,
and never be kept by a cache.
"""
