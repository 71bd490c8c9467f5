"""The shape of the data files and what can be wrong with them.

Source: docs/data-files.md.
"""
