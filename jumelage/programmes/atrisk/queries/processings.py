"""What is kept about persons at risk, in words."""

from django.utils.translation import gettext as _


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Persons at risk whom the city adopted"),
            "what": _(
                "Their name, picture, situation and what happened to them, each with its source; on what ground"
                " their page rests."
            ),
            "why": _("To make their situation known and to act for them."),
            "readers": _(
                "The officers who follow them. Visitors only with a consent or because of a public campaign, and after"
                " two people approved."
            ),
            "until": _(
                "Until the consent ends or the page is stopped, which hides it everywhere at once; the city decides"
                " how long the file itself is kept."
            ),
        },
    ]
