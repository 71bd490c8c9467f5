"""The city's memory: evidence, organisations, governance, partnerships and projects."""
