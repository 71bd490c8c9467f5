"""Take a piece of evidence away from a claim."""

from typing import Any

from django.db import transaction

from jumelage.city.evidence.models import Claim
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused


def drop_piece(number: int, *, piece: int, actor: Any) -> None:
    """The claim `number` rests no more on its evidence `piece`; one that is gone already stays gone.

    Raises Refused("evidence-piece-shown") for the one that is shown: a claim never loses its last evidence.
    """
    with transaction.atomic():
        claim = Claim.objects.select_for_update().get(pk=number)
        subject: Any = claim.subject
        if claim.shown_id == piece or claim.evidence.count() == 1:
            raise Refused("evidence-piece-shown")
        dropped, _ = claim.evidence.filter(pk=piece).delete()
        if dropped:
            write_line(
                "evidence.drop-claim-piece",
                subject,
                actor=actor,
                public=True,
                about=claim.about,
                fields=["evidence"],
            )
