"""The door of the room: entries in, the bytes of a calendar file out."""

from jumelage.foundation.calendars.rules.icalendar import CalendarEvent, calendar

__all__ = ["CalendarEvent", "calendar"]
