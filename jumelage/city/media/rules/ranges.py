"""Which part of a film a player asks for.

Source: RFC 9110, §14.1.2 (byte ranges) and §14.2 (Range); a server may ignore what it does not understand.
"""

import re

_RANGE = re.compile(r"bytes=(\d*)-(\d*)$")


def asked_range(header: str, *, size: int) -> tuple[int, int] | None:
    """First and last byte asked of `size` bytes; None is all of them (no header, or several parts).

    Raises ValueError for a part that lies outside.
    """
    read = _RANGE.match(header.strip())
    if read is None or read.groups() == ("", ""):
        return None
    first, last = read.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last or size - 1), size - 1)
    if start > end:
        raise ValueError(header)
    return start, end
