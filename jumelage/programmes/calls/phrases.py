"""Refusals of the room."""

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "call-reversed": _(
        "The call closes ({end}) before it opens ({start}). Change one of the two days."
    ),
    "call-hour-without-day": _(
        "An hour needs a day: “{date}” is not one. Give the day, or leave the hour out."
    ),
    "call-hour-not-existing": _(
        "On {day} the clocks skip {time}: this hour does not exist. Give another one."
    ),
    "call-hours-reversed": _(
        "The hour of end needs an hour of start that comes before it. Change one of the two."
    ),
}
