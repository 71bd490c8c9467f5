"""Keep all the claims about a record; those that are no longer made go."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.foundation.audit.services.write_line import write_line


def keep_claims(
    subject: models.Model, claims: Sequence[dict[str, Any]], *, actor: Any = None
) -> list[Claim]:
    """Exactly these claims about `subject`, each `about`, `evidence` and `because` as `keep_claim` takes them.

    Raises what `keep_claim` raises; then nothing is changed.
    """
    with transaction.atomic():
        kept = [keep_claim(subject, actor=actor, **claim) for claim in claims]
        gone = Claim.objects.filter(
            subject_type=ContentType.objects.get_for_model(subject), subject_id=subject.pk
        ).exclude(pk__in=[claim.pk for claim in kept])
        about = sorted(gone.values_list("about", flat=True))
        if about:
            gone.delete()
            write_line("evidence.drop-claims", subject, actor=actor, public=True, about=about)
    return kept
