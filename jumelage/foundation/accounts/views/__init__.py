"""Pages of the room that are not allauth's."""
