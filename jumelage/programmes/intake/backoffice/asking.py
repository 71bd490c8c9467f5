"""Which application a clerk asks for, and the way to it."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from jumelage.programmes.applications.queries.files import Access, access_to


def found(request: HttpRequest, key: UUID) -> Access:
    """The application `key` as this person may see it; 404 when they may not know of it."""
    access = access_to(request.user, key)
    if access is None:
        raise Http404
    return access


def trail(access: Access | None = None) -> list[dict[str, str]]:
    """The way from the list to here."""
    steps = [{"label": gettext("Applications"), "url": reverse("desk-applications")}]
    if access:
        address = reverse("desk-application", args=[access.application.key])
        steps.append({"label": gettext("Application"), "url": address})
    return steps
