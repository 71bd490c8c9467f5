"""Partnerships and projects in short."""
