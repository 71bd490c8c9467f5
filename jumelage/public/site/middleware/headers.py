"""The number and the headers that every answer carries."""

from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from jumelage.foundation.kernel.request_number import REQUEST_NUMBER

Answer = Callable[[HttpRequest], HttpResponseBase]
POLICY = "Content-Security-Policy"


def request_id(get_response: Answer) -> Answer:
    """Give every request a number, for the log and for the visitor who reports a failure."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        number = uuid4().hex
        token = REQUEST_NUMBER.set(number)
        try:
            response = get_response(request)
        finally:
            REQUEST_NUMBER.reset(token)
        response.headers["X-Request-ID"] = number
        return response

    return answer


def permissions_policy(get_response: Answer) -> Answer:
    """Tell browsers which of their devices no page of ours may use."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return answer


def preview_frames(get_response: Answer) -> Answer:
    """Let the desk show a preview of a page beside its form: these answers alone may be framed, by the desk alone."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path.startswith("/desk/pages/"):
            policy = response.headers.get(POLICY, "")
            if "/preview/" in request.path:
                response.headers["X-Frame-Options"] = "SAMEORIGIN"
                policy = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
            response.headers[POLICY] = f"{policy}; frame-src 'self'"
        return response

    return answer
