"""Rules of the desk, as plain functions of plain values."""
