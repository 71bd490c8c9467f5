"""Exceptions of the service around the deadline."""
