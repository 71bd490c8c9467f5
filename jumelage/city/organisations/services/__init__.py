"""Acts of the room: keeping organisations and people, merging doubles; `dossier` and `access` for the dossiers."""
