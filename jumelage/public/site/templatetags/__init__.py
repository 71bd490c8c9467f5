"""Words for templates of every room: icons."""
