"""What the room keeps about somebody who signs in, for their own copy of it; and of all who apply, in words."""

from typing import Any

from django.utils.translation import gettext as _

from jumelage.programmes.applications.models import Member, Question
from jumelage.programmes.applications.queries.people import INVITATION_DAYS


def personal_data(user: Any) -> dict[str, Any]:
    """The applications that `user` works on, with their rights, and the questions that they asked."""
    members = Member.objects.filter(user=user.pk).order_by("pk")
    asked = Question.objects.filter(asked_by=user.pk).order_by("pk")
    return {
        "applications": {
            "memberships": list(
                members.values(
                    "application__key", "application__title", "application__state", "right", "since"
                )
            ),
            "questions": list(asked.values("text", "asked_at", "answer", "answered_at")),
        }
    }


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Applications"),
            "what": _(
                "What you and your colleagues write and join, with who wrote it and when; what each may do; your"
                " questions; late codes; who deposited."
            ),
            "why": _("To write an application together, and to decide on it."),
            "readers": _(
                "Those who work on the application. The service reads the content once it is deposited; the alderman’s"
                " office sees who asks how much, finance also the account."
            ),
            "until": _(
                "What was deposited: the city decides how long. A draft that was never deposited: as told below."
            ),
        },
        {
            "title": _("Invitations of colleagues"),
            "what": _(
                "The e-mail address invited, by whom, with which right, and whether it was accepted."
            ),
            "why": _("So that several people write one application."),
            "readers": _("Those who work on the application, and the service."),
            "until": _(
                "With the application, or with the account of who was invited. The link opens nothing after"
                " {days} days."
            ).format(days=INVITATION_DAYS),
        },
        {
            "title": _("Mails about an application"),
            "what": _("The address, the kind of mail, when it went out, and whether it came back."),
            "why": _("So that applicants and service see that a mail did not arrive."),
            "readers": _("Those who work on the application, and the service."),
            "until": _("With the application."),
        },
    ]
