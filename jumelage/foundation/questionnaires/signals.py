"""News of the room."""

from django.dispatch import Signal

# Sent with `version` (the new one) and `previous` (the published one before it, or None), inside the act's transaction.
form_published = Signal()
