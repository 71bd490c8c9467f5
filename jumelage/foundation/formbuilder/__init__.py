"""The desk's pages on which the city builds its forms.

Used by the clerks. It must never keep an answer, nor change a version that is published.
"""
