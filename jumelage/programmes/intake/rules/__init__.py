"""The rules of intake, as plain functions of plain values."""
