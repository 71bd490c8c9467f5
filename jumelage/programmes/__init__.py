"""The programmes: calls for projects, festival, fair trade, persons at risk, emergency aid."""
