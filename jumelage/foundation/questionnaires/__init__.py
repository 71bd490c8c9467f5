"""Forms that the city builds: sections, fields, conditions, languages, versions; and how answers to them are read.

Used by the calls, the festival and fieldwork, each of which keeps its own answers. It must never know a call nor
whoever answers.
"""
