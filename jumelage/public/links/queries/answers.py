"""What an address answers: ours without the network, others' only where the operator allows it."""

import socket
from http import HTTPStatus
from ipaddress import ip_address
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

_PATIENCE_SECONDS = 10
_NAME = "Jumelage link check"


class OurSite:
    """The site itself, asked in this process as a visitor would ask it."""

    def __init__(self) -> None:
        self.handler = BaseHandler()
        self.handler.load_middleware()
        host = urlsplit(settings.SITE_ADDRESS)
        self.requests = RequestFactory(SERVER_NAME=host.hostname or "localhost")

    def page(self, path: str) -> HttpResponseBase:
        """What a visitor gets at `path`."""
        secure = settings.SITE_ADDRESS.startswith("https:")
        return self.handler.get_response(self.requests.get(path, secure=secure))

    def text(self, path: str) -> str:
        """The words of a file of ours, such as the map of the site."""
        answer = self.page(path)
        return answer.content.decode() if isinstance(answer, HttpResponse) else ""


def foreign_answer(address: str) -> int | None:
    """The status that another site answers; None when it does not. Machines of our own network are never asked."""
    if not _is_public(urlsplit(address).hostname or ""):
        return None
    for method in ("HEAD", "GET"):
        status = _asked(address, method)
        # Some sites answer only to whoever takes the page.
        if status not in {HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.FORBIDDEN}:
            return status
    return status


class _Careful(HTTPRedirectHandler):
    """Follows to public machines only."""

    def redirect_request(self, *given: object) -> Request | None:
        """Where to go on, or nowhere."""
        following = super().redirect_request(*given)  # type: ignore[arg-type]
        public = following and _is_public(urlsplit(following.full_url).hostname or "")
        return following if public else None


def _asked(address: str, method: str) -> int | None:
    asked = Request(address, method=method, headers={"User-Agent": _NAME})  # noqa: S310 - http(s) by now
    try:
        with build_opener(_Careful()).open(asked, timeout=_PATIENCE_SECONDS) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (OSError, ValueError):
        return None


def _is_public(host: str) -> bool:
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return all(ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)
