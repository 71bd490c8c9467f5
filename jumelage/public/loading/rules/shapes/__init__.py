"""The records of the data files, a module per kind.

Source: docs/data-files.md.
"""
