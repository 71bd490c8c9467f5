"""Goods on pages."""
