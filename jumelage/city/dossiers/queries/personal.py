"""What the room keeps about somebody who signs in, for their own copy of it."""

from typing import Any

from django.utils.translation import gettext as _

from jumelage.city.dossiers.models import AccessRequest, DossierDocument, DossierMember


def personal_data(user: Any) -> dict[str, Any]:
    """The memberships of `user`, past ones included, what they asked, and the documents that they sent."""
    memberships = DossierMember.objects.filter(user=user.pk).order_by("pk")
    asked = AccessRequest.objects.filter(user=user.pk).order_by("pk")
    sent = DossierDocument.objects.filter(sent_by=user.pk).order_by("pk")
    return {
        "dossiers": {
            "memberships": list(
                memberships.values("dossier__name", "right", "since", "ended_at", "departure")
            ),
            "access_requests": list(
                asked.values("organisation__slug", "because", "asked_at", "state", "answer")
            ),
            "documents_sent": list(sent.values("dossier__name", "kind", "name", "sent_at")),
        }
    }


def processings() -> list[dict[str, str]]:
    """What the room does with data about people, in words."""
    return [
        {
            "title": _("Dossiers of organisations"),
            "what": _(
                "The organisation’s people with their office, e-mail address and telephone; its account and the"
                " account’s holder; its addresses and documents; who has access, asked for it or was invited."
            ),
            "why": _(
                "So that an organisation tells this once, and the city knows to whom it answers and whom it pays."
            ),
            "readers": _("The members of the dossier, and the staff who check dossiers or pay."),
            "until": _("As long as the organisation has its dossier."),
        },
    ]
