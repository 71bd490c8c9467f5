"""News of the room.

`mail_settled(mail, trouble)`: a mail went out ("") or did not (why).
"""

from django.dispatch import Signal

mail_settled = Signal()
