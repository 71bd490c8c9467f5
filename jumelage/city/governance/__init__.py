"""Bodies of the city and their decisions: College, Council, advisory council.

Used by every room that rests on a decision. It must never show a promise as a decision.
"""
