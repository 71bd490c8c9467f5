"""What the virus scanner says, where there is one."""

import socket
import struct
from contextlib import closing

from django.conf import settings

from jumelage.foundation.kernel.errors import Refused

_BLOCK = 1 << 16
_PATIENCE_SECONDS = 30


def virus_in(content: bytes) -> str:
    """The name of the virus that clamd finds; "" when it finds none, or when no scanner is set (CLAMD).

    Raises Refused("upload-unscanned") when it does not answer: unchecked is not clean.
    """
    if not settings.CLAMD:
        return ""
    try:
        with closing(_line_to(settings.CLAMD)) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), _BLOCK):
                block = content[start : start + _BLOCK]
                line.sendall(struct.pack("!L", len(block)) + block)
            line.sendall(struct.pack("!L", 0))
            answer = line.makefile("rb").read().rstrip(b"\0").decode("utf-8", "replace")
    except OSError as error:
        raise Refused("upload-unscanned") from error
    if answer == "stream: OK":
        return ""
    if not answer.endswith(" FOUND"):
        raise Refused("upload-unscanned")
    return answer.removeprefix("stream: ").removesuffix(" FOUND")


def _line_to(address: str) -> socket.socket:
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host, int(port)), _PATIENCE_SECONDS)
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(_PATIENCE_SECONDS)
    try:
        line.connect(address)
    except OSError:
        line.close()
        raise
    return line
