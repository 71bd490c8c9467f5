"""Plain rules of the room: how names are sorted and how the globe is flattened."""
