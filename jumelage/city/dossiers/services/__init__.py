"""Acts of the room: on what a dossier says (content) and on who may see it (access)."""
