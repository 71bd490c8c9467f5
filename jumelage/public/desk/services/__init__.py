"""Acts of the desk: backups."""
