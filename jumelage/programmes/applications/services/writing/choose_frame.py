"""Say for which organisation and in which track one applies."""

from datetime import datetime
from typing import Any

from django.db import transaction

from jumelage.city.organisations.models import Organisation
from jumelage.foundation.audit.services.write_line import write_line
from jumelage.foundation.kernel.errors import Refused
from jumelage.programmes.applications.choices import Channel
from jumelage.programmes.applications.queries.files import Access
from jumelage.programmes.applications.queries.writing import check_writable, locked_for
from jumelage.programmes.applications.services.writing.start_application import check_organisation
from jumelage.programmes.calls.models import Track


def choose_frame(
    access: Access,
    *,
    user: Any,
    organisation: Organisation | None,
    track: Track,
    now: datetime,
) -> None:
    """Set organisation and track of a draft; answers stay, also those that the new track does not ask.

    Raises what `check_writable` refuses, Refused("track-elsewhere") or Refused("organisation-not-yours").
    """
    with transaction.atomic():
        application = locked_for(access)
        check_writable(application, access, now=now)
        if organisation is None and application.channel != Channel.ONLINE:
            # The service entered it for somebody who is named already.
            organisation = application.organisation
        if track.call_id != application.call_id:
            raise Refused("track-elsewhere")
        if organisation and organisation.pk != application.organisation_id:
            check_organisation(user, organisation)
        changed = (application.organisation_id, application.track_id) != (
            organisation.pk if organisation else None,
            track.pk,
        )
        if not changed:
            return
        application.organisation, application.track = organisation, track
        application.save(update_fields=["organisation", "track"])
        write_line("applications.choose-frame", application, actor=user, track=track.slug)
