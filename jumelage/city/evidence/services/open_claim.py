"""Begin to say, of a record, who says a fact."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction

from jumelage.city.evidence.models import Claim
from jumelage.city.evidence.services.keep_claim import keep_claim
from jumelage.foundation.kernel.errors import Refused

# As the table has it.
LONGEST_ABOUT = 60


def open_claim(subject: models.Model, about: str, values: dict[str, Any], *, actor: Any) -> Claim:
    """The first piece of evidence, with `values`, for what the site says of `subject` on `about`.

    Raises Refused("evidence-claim-unfit"), Refused("evidence-claim-exists") and what `keep_claim` refuses.
    """
    if not about.isidentifier() or len(about) > LONGEST_ABOUT:
        raise Refused("evidence-claim-unfit", about=about)
    kind = ContentType.objects.get_for_model(subject)
    with transaction.atomic():
        kept = Claim.objects.filter(subject_type=kind, subject_id=subject.pk, about=about)
        if kept.select_for_update().exists():
            raise Refused("evidence-claim-exists", about=about)
        return keep_claim(subject, about, evidence=[values], actor=actor)
