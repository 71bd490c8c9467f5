"""Keep one record of a data file through the service of its room."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.db import models

from jumelage.city.evidence.services.keep_document import keep_document
from jumelage.city.evidence.services.keep_source import keep_source
from jumelage.city.governance.services.keep_body import keep_body
from jumelage.city.governance.services.keep_decision import keep_decision
from jumelage.city.governance.services.keep_mandate import keep_mandate
from jumelage.city.governance.services.keep_opinion import keep_opinion
from jumelage.city.governance.services.keep_sitting import keep_sitting
from jumelage.city.media.services.keep_video import keep_video
from jumelage.city.organisations.services.keep_organisation import keep_organisation
from jumelage.city.organisations.services.keep_person import keep_person
from jumelage.city.portfolio.services.keep_announcement import keep_announcement
from jumelage.city.portfolio.services.keep_partnership import keep_partnership
from jumelage.city.portfolio.services.keep_place import keep_place
from jumelage.city.portfolio.services.keep_project import keep_project
from jumelage.foundation.accounts.services.keep_role import keep_role
from jumelage.foundation.questionnaires.services.keep_form import keep_form
from jumelage.programmes.atrisk.services.keep_membership import keep_membership
from jumelage.programmes.atrisk.services.keep_person import keep_person as keep_adopted_person
from jumelage.programmes.callmaking.services.load_call import load_call
from jumelage.programmes.emergency.services.keep_crisis import keep_crisis
from jumelage.programmes.emergency.services.keep_fund import keep_fund
from jumelage.programmes.emergency.services.keep_response import keep_response
from jumelage.programmes.fairtrade.services.keep_mark import keep_mark
from jumelage.programmes.fairtrade.services.keep_practice import keep_practice
from jumelage.programmes.festival.services.keep_edition import keep_edition
from jumelage.programmes.festival.services.keep_event import keep_event
from jumelage.programmes.festival.services.keep_venue import keep_venue
from jumelage.public.loading.rules.entries import Entry
from jumelage.public.loading.rules.values import Find, identity_of, page_of, values_of
from jumelage.public.site.services.keep_identity import keep_identity
from jumelage.public.site.services.keep_page import keep_page
from jumelage.public.site.services.news.keep_news import keep_news

_KEEP: Mapping[str, Callable[..., models.Model]] = {
    "source": keep_source,
    "organisation": keep_organisation,
    "person": keep_person,
    "body": keep_body,
    "decision": keep_decision,
    "mandate": keep_mandate,
    "sitting": keep_sitting,
    "opinion": keep_opinion,
    "place": keep_place,
    "partnership": keep_partnership,
    "project": keep_project,
    "announcement": keep_announcement,
    "membership": keep_membership,
    "adopted-person": keep_adopted_person,
    "form": keep_form,
    "mark": keep_mark,
    "practice": keep_practice,
    "video": keep_video,
    "news": keep_news,
    "edition": keep_edition,
    "venue": keep_venue,
    "event": keep_event,
    "call": load_call,
    "fund": keep_fund,
    "crisis": keep_crisis,
    "answer": keep_response,
}


def keep_entry(entry: Entry, *, find: Find, folder: Path, actor: Any = None) -> models.Model | None:
    """The record of `entry`, kept; a page is many records, hence None.

    `find` gives a linked record by kind and slug; documents lie in `folder`. Raises what the
    room's service raises.
    """
    record, kind = entry.record, entry.kind.name
    if kind == "page":
        keep_page(entry.key, page_of(record), actor=actor)
        return None
    if kind == "site":
        return keep_identity(identity_of(record, find), actor=actor)
    if kind == "role":
        return keep_role(**values_of(record, find), actor=actor)
    values = values_of(record, find)
    slug = values.pop("slug")
    if kind == "document":
        file = values.pop("file")
        return keep_document(slug, values, file=folder / file if file else None, actor=actor)
    return _KEEP[kind](slug, values, actor=actor)
