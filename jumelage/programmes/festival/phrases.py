"""Refusals of the room, in words."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "event-kind-unknown": _("“{code}” is not a kind of event. The kinds are: {known}."),
    "time-without-day": _(
        "An hour needs a day: “{date}” is not one. Give the day, or leave the hour out."
    ),
    "occurrence-reversed": _("The end ({end}) is not after the start ({start})."),
    "occurrence-end-alone": _("An hour of end needs an hour of start."),
    "time-not-existing": _(
        "On {day} the clocks skip {time}: this hour does not exist. Give another one."
    ),
}
