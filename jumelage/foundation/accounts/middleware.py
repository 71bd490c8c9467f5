"""What every request of a signed-in person passes through."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import activate

from jumelage.foundation.accounts.permissions import must_have_second_factor
from jumelage.foundation.accounts.queries import has_second_factor

_Answer = Callable[[HttpRequest], HttpResponse]
# Pages that stay open to staff without a second factor: their own account, its set-up, the way out.
_OPEN = ("account", "account-export", "account-erasure", "account-confirm", "account-session-end")
_OPEN_ALLAUTH = ("account_", "mfa_", "usersessions_")


class SecondFactorMiddleware:
    """Leads people in a staff role to set up a second factor, and blocks all else until they have one."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the check needs the address to be known, and stands in `process_view`."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponseBase | None:
        """Answer by the set-up page instead of the view asked for."""
        # Anonymous pages come without a session, and must not be made to vary by it.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if request.user.is_authenticated:
            # Every right that a page asks about looks at the roles: they are read once.
            prefetch_related_objects([request.user], "roles")
        if not must_have_second_factor(request.user) or has_second_factor(request.user):  # type: ignore[arg-type]
            return None
        request.second_factor_missing = True  # type: ignore[attr-defined]
        name = request.resolver_match.url_name or "" if request.resolver_match else ""
        if name in _OPEN or name.startswith(_OPEN_ALLAUTH):
            return None
        return redirect("mfa_index")


class UnprocessableMiddleware:
    """A form that comes back with mistakes answers 422, also on allauth's pages, which say 200."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """Look for a form with mistakes among what the page shows."""
        if request.method == "POST" and response.status_code == 200:  # noqa: PLR2004
            values = (response.context_data or {}).values()
            if any(isinstance(value, BaseForm) and value.errors for value in values):
                response.status_code = 422
        return response


class StaffLanguageMiddleware:
    """The desk speaks the language of the person who works there, and reads their roles once."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Speak it from here on."""
        if not request.path_info.startswith("/desk/") or not request.user.is_authenticated:
            return
        prefetch_related_objects([request.user], "roles")
        activate(request.user.language)
        request.LANGUAGE_CODE = request.user.language


class ClearDeviceMiddleware:
    """Texts that pages kept on the device go when somebody signs out, by whichever door, with or without scripts."""

    def __init__(self, get_response: _Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; tell the browser to forget once the person is gone (`receivers.signed_out`)."""
        answer = self.get_response(request)
        if getattr(request, "signed_out", False):
            answer["Clear-Site-Data"] = '"storage"'
        return answer
