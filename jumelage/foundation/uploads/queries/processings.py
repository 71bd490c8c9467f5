"""What becomes of files on their way, in words."""

from django.utils.translation import gettext as _

from jumelage.foundation.uploads.queries.pieces import KEPT_HOURS


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Files on their way"),
            "what": _("Pieces of a file that you are sending, under your account."),
            "why": _("So that a file survives a line that is cut."),
            "readers": _("Nobody but you."),
            "until": _(
                "Until the file is joined or dropped, or the night after {hours} hours without a new piece."
            ).format(hours=KEPT_HOURS),
        },
    ]
