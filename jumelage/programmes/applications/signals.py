"""News of the room.

`mail_settled(mail, trouble)`: a mail went out ("") or did not (why).
`application_deposited(application)`: it was deposited, or completed: what it holds is frozen anew. In the act's
transaction.
"""

from django.dispatch import Signal

mail_settled = Signal()
application_deposited = Signal()
