"""Publish an opinion."""

from typing import Any

from django.db import transaction

from jumelage.city.governance.choices import FollowUp
from jumelage.city.governance.models import Opinion
from jumelage.city.governance.rules.opinions import check_reason
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.registers.services.check_texts import check_texts


def publish_opinion(opinion: Opinion, *, actor: Any = None) -> None:
    """Show `opinion` to visitors; a second time changes nothing.

    A text may be absent, not half translated. Raises Refused("texts-missing"), which names the fields, or
    Refused("follow-up-without-reason").
    """
    more = {
        "majority": opinion.majority,
        "minority": opinion.minority,
        "follow_up_reason": opinion.follow_up_reason,
    }
    written = {name: text for name, text in more.items() if text}
    check_texts({"subject": opinion.subject, **written})
    followed = opinion.follow_up not in {FollowUp.PARTLY, FollowUp.NOT_FOLLOWED}
    check_reason(followed=followed, has_reason=bool(opinion.follow_up_reason))
    with transaction.atomic():
        locked = Opinion.objects.select_for_update().get(pk=opinion.pk)
        if locked.published:
            return
        opinion.published = True
        opinion.save(update_fields=["published"])
        write_line("governance.publish-opinion", opinion, actor=actor, public=True)
