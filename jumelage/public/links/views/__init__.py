"""Where an address leads that answers no more."""
