"""How a claim may be shown, and what is found in a file."""
