"""Words for the pages of persons at risk."""
