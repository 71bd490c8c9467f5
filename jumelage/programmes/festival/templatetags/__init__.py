"""Moments of events on pages."""
