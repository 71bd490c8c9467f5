"""Redirects, and links as a page holds them."""
