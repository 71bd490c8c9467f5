"""Staff views of the files of persons at risk."""
