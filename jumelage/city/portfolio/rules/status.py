"""Where a project or a partnership stands on a day.

Source: architecture, "Ten principles" 8: unknown is None, never "no"; so an end that nobody knows is not an end.
"""

from datetime import date

from jumelage.foundation.kernel.periods import Period


def status_on(*, explicit: str, period: Period, today: date) -> str:
    """One of "planned", "ongoing", "ended" and "unknown" on `today`; what a person said (`explicit`) goes first.

    Ended: its last possible day has passed. Planned: its first possible day has not come. Without a known end,
    nobody can tell whether it still goes on.
    """
    if explicit:
        return explicit
    if period.is_over(today):
        return "ended"
    if not period.has_begun(today):
        return "planned"
    return "ongoing" if period.end else "unknown"
