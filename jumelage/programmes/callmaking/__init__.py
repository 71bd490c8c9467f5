"""The desk's pages on which the city makes its calls: from nothing, from a ready-made model, from last year's.

Used by the clerks. It must never hold a call itself, nor change what visitors read but through the acts of calls.
"""
