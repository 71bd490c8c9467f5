"""The tests mirror `jumelage/`; `architecture/`, `standards/` and `journeys/` stand beside."""
