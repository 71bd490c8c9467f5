"""Sources, documents and evidence: who says it, where, in which words, and when it was read.

Used by every room that shows a fact. It must never choose between sources by itself: a person does.
"""
