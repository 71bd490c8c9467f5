"""Add a line to the journal, in the transaction of the act that it tells."""

from functools import partial
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from jumelage.foundation.audit.models import Entry, Head
from jumelage.foundation.audit.queries import line_of
from jumelage.foundation.audit.rules.chain import digest_of
from jumelage.foundation.audit.services.keep_head import keep_head


def write_line(
    act: str,
    record: models.Model,
    *,
    actor: Any = None,
    reason: str = "",
    public: bool = False,
    **details: Any,
) -> Entry:
    """Tell that `actor` (a user, or None for the system) did `act` on `record`.

    `public` says that the act changes what anonymous visitors see: it empties the page cache.
    `details` are codes, field names and numbers, never a person's text. To be called inside the act's transaction.
    """
    with transaction.atomic():
        head, _ = Head.objects.select_for_update().get_or_create(pk=1)
        entry = Entry(
            id=head.number + 1,
            at=timezone.now().replace(microsecond=0),
            actor=str(actor.pk) if actor else "",
            act=act,
            record=f"{record._meta.label_lower}:{record.pk}",
            reason=reason,
            details=details,
            public=public,
        )
        entry.digest = digest_of(
            line_of(entry), number=entry.id, previous=head.digest, key=settings.AUDIT_KEY
        )
        entry.save(force_insert=True)
        head.number, head.digest = entry.id, entry.digest
        head.save()
        transaction.on_commit(partial(keep_head, number=entry.id, digest=entry.digest))
    return entry
