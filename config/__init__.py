"""Wiring only: settings by topic, addresses, server entry and console command."""
