"""The rules of applications, as plain functions of plain values."""
