"""Acts while an application is being written."""
