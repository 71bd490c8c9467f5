"""Editions, events and venues, as plain registers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jumelage.foundation.kernel.register import Register
from jumelage.programmes.festival.choices import Act, EventKind
from jumelage.programmes.festival.models import Edition, Event, Venue
from jumelage.programmes.festival.services.keep_edition import keep_edition
from jumelage.programmes.festival.services.keep_event import keep_event
from jumelage.programmes.festival.services.keep_venue import keep_venue
from jumelage.programmes.festival.services.publish_edition import publish_edition
from jumelage.programmes.festival.services.publish_event import publish_event
from jumelage.programmes.festival.services.withdraw_edition import withdraw_edition
from jumelage.programmes.festival.services.withdraw_event import withdraw_event


def _kinds() -> forms.Field:
    return forms.MultipleChoiceField(
        label=_("Kinds of activities"),
        required=False,
        choices=EventKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )


REGISTERS = [
    Register(
        model=Edition,
        one=_("an edition"),
        many=_("Fortnight: editions"),
        keep=keep_edition,
        act=Act.KEEP,
        fields=(
            *("year", "title", "theme", "summary", "start", "end"),
            *("kinds", "programme_note", "documents"),
        ),
        columns=("title", "year", "theme", "published"),
        search=("slug", "title", "theme"),
        filters=("published",),
        inputs={"kinds": _kinds},
        publish=publish_edition,
        withdraw=withdraw_edition,
        publish_act=Act.PUBLISH,
        icon="calendar-alt",
        order=210,
    ),
    Register(
        model=Event,
        one=_("an event"),
        many=_("Fortnight: events"),
        keep=keep_event,
        act=Act.KEEP,
        fields=(
            *("title", "edition", "kind", "summary", "about", "languages", "accessibility"),
            *("registration", "registration_url", "organisers"),
        ),
        columns=("title", "edition", "kind", "published"),
        search=("slug", "title", "summary"),
        filters=("kind", "published"),
        rows={
            "occurrences": (
                *("slug", "date", "starts_at", "until", "ends_at"),
                *("venue", "status", "note"),
            )
        },
        publish=publish_event,
        withdraw=withdraw_event,
        publish_act=Act.PUBLISH,
        icon="date",
        order=220,
    ),
    Register(
        model=Venue,
        one=_("a venue"),
        many=_("Fortnight: venues"),
        keep=keep_venue,
        act=Act.KEEP,
        fields=("name", "directions", "address_public", "accessibility", "website"),
        columns=("name", "address_public"),
        search=("slug", "name"),
        icon="home",
        order=230,
    ),
]
