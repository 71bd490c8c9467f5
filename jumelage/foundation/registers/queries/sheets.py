"""Rows as a file that people open in their spreadsheet, for the lists of other rooms."""

from jumelage.foundation.registers.rules.spreadsheets import MEDIA_TYPES, file_of

__all__ = ["MEDIA_TYPES", "file_of"]
