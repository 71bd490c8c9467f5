"""Bodies of the city, who sits in them, their opinions and their decisions: College, Council, advisory council.

Used by every room that rests on a decision. It must never show a promise as a decision, nor a person who is
not shown to visitors.
"""
