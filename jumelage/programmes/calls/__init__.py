"""Calls for projects as the city publishes them: regulation, tracks, envelopes, calendar, questions.

Open to all. Used by the rooms of what people send. It must never show a working text as published,
nor a rule of ours as the city's.
"""
