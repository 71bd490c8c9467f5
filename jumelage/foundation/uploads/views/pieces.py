"""Files in pieces, by the tus protocol 1.0.0, for people who are signed in and hold a pass of a room."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.cache import never_cache

from jumelage.foundation.kernel.errors import Refused
from jumelage.foundation.kernel.wording import sentence
from jumelage.foundation.uploads.models import PartialUpload
from jumelage.foundation.uploads.permissions import read_pass
from jumelage.foundation.uploads.queries import expires_at, offset_of, partial_upload
from jumelage.foundation.uploads.rules import pieces
from jumelage.foundation.uploads.services.append_piece import append_piece
from jumelage.foundation.uploads.services.begin_upload import begin_upload
from jumelage.foundation.uploads.services.drop_upload import drop_upload

_BLOCK = 1 << 16
_CREATED, _EMPTY = 201, 204
_STATUSES = {
    "upload-header": 400,
    "upload-empty": 400,
    "upload-pass": 403,
    "upload-gone": 404,
    "upload-offset": 409,
    "upload-too-large": 413,
    "upload-too-long": 413,
    "upload-piece": 413,
    "upload-type": 415,
    "upload-quota": 429,
    "upload-checksum": 460,
}


def _tus(*methods: str) -> Callable[..., Any]:
    """What every answer of the protocol has in common: who may, which words are known, how it refuses."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        def answered(request: HttpRequest, **names: Any) -> HttpResponse:
            method = _method(request)
            answer = _refusal_of(request, method, methods)
            if answer is None:
                try:
                    answer = view(request, method=method, **names)
                except Refused as refusal:
                    text = sentence(refusal)
                    answer = _plain(text, _STATUSES[refusal.code])
            answer["Tus-Resumable"] = pieces.VERSION
            return answer

        return never_cache(answered)

    return wrap


def _method(request: HttpRequest) -> str:
    """The method meant; another one is believed in a POST alone, which the guard against forgery has seen."""
    method = request.method or ""
    said = request.headers.get("X-HTTP-Method-Override", method) if method == "POST" else method
    return said.upper()


def _refusal_of(request: HttpRequest, method: str, methods: tuple[str, ...]) -> HttpResponse | None:
    if method == "OPTIONS":
        return _told()
    if method not in methods:
        return HttpResponse(status=405, headers={"Allow": ", ".join(methods)})
    if request.headers.get("Tus-Resumable") != pieces.VERSION:
        return HttpResponse(status=412, headers={"Tus-Version": pieces.VERSION})
    if not request.user.is_authenticated:
        return _plain(sentence(Refused("upload-stranger")), 401)
    return None


@_tus("POST")
def uploads(request: HttpRequest, *, method: str) -> HttpResponse:  # noqa: ARG001
    """Begin a file: POST with its length, its name and the pass."""
    told = pieces.read_metadata(request.headers.get("Upload-Metadata", ""))
    length = pieces.read_number(request.headers.get("Upload-Length", ""))
    allowed = read_pass(told.get("pass", ""), request.user)
    begun = begin_upload(
        allowed, user=request.user, name=told.get("filename", ""), length_bytes=length
    )
    headers = {"Location": reverse("upload", args=[begun.key]), **_expiry(begun)}
    return HttpResponse(status=_CREATED, headers=headers)


@_tus("HEAD", "PATCH", "DELETE")
def upload(request: HttpRequest, *, method: str, key: Any) -> HttpResponse:
    """Ask how much has arrived, send the next piece, or give the file up."""
    if method == "DELETE":
        if not drop_upload(key, user=request.user):
            raise Refused("upload-gone")
        return HttpResponse(status=_EMPTY)
    if (found := partial_upload(request.user, key)) is None:
        raise Refused("upload-gone")
    if method == "HEAD":
        headers = {"Upload-Offset": str(offset_of(found)), "Upload-Length": str(found.length_bytes)}
        return HttpResponse(status=200, headers={**headers, **_expiry(found)})
    reached = _append(request, found)
    return HttpResponse(status=_EMPTY, headers={"Upload-Offset": str(reached), **_expiry(found)})


def _append(request: HttpRequest, found: PartialUpload) -> int:
    """The whole piece is read first, however slowly it comes: no lock and no transaction waits for it."""
    if request.content_type != pieces.PIECE_TYPE:
        raise Refused("upload-type")
    offset = pieces.read_number(request.headers.get("Upload-Offset", ""))
    length = pieces.read_number(request.headers.get("Content-Length", ""))
    if length > pieces.PIECE_BYTES:
        raise Refused("upload-piece", limit_mb=pieces.PIECE_BYTES // 1024**2)
    if offset + length > found.length_bytes:
        raise Refused("upload-too-long")
    if offset != offset_of(found):
        raise Refused("upload-offset")
    piece, checksum = _read(request, length), request.headers.get("Upload-Checksum")
    if checksum and not pieces.matches(piece, checksum):
        raise Refused("upload-checksum")
    return append_piece(found, piece, offset=offset)


def _read(request: HttpRequest, length: int) -> bytes:
    """The piece, or as much of it as came before the line was cut: that is kept too."""
    piece = bytearray()
    try:
        while len(piece) < length and (block := request.read(min(_BLOCK, length - len(piece)))):
            piece += block
    except (UnreadablePostError, OSError):
        pass
    return bytes(piece)


def _told() -> HttpResponse:
    headers = {
        "Tus-Version": pieces.VERSION,
        "Tus-Extension": pieces.EXTENSIONS,
        "Tus-Max-Size": str(pieces.LARGEST_BYTES),
        "Tus-Checksum-Algorithm": ",".join(pieces.CHECKSUMS),
    }
    return HttpResponse(status=_EMPTY, headers=headers)


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def _expiry(found: PartialUpload) -> dict[str, str]:
    return {"Upload-Expires": http_date(expires_at(found).timestamp())}
