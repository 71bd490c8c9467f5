"""News of calls, for the rooms above. Each is sent inside the act's transaction.

`call_published(call)`, `call_amended(call, publication)`, `call_extended(call, notice)` (also after
an outage at the hour), `call_cancelled(call, notice)`.
"""

from django.dispatch import Signal

call_published = Signal()
call_amended = Signal()
call_extended = Signal()
call_cancelled = Signal()
