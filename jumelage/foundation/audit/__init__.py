"""The journal: who did which act on which record, when and why.

Used by every room's services; append-only, chained, without personal text.
It must never be edited, nor be needed to show a page other than its own.
"""
