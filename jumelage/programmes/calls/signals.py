"""News of calls, for the rooms above. Each is sent inside the act's transaction.

`call_amended(call, notice)`: its texts changed while it was open; `call_extended(call, notice)`: it
closes later, also after a breakdown at the hour; `call_cancelled(call, notice)`.
"""

from django.dispatch import Signal

call_amended = Signal()
call_extended = Signal()
call_cancelled = Signal()
