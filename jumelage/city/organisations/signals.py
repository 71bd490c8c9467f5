"""News that the room tells the rooms above."""

from django.dispatch import Signal

# Sent in the transaction of the merge, with `double`, `kept` and `actor`: rows of `double` are to point at `kept`.
organisations_merged = Signal()
