"""The log: one JSON object per line, and never anything about a person.

No address of a visitor, no mail address, no words searched for: of a request only its number, method, path
and status are kept, and of a failure where it happened. What a view was asked (after the "?") is left out.
"""

import json
import logging
import re
import traceback
from datetime import UTC, datetime

from jumelage.foundation.kernel.request_number import REQUEST_NUMBER

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_ADDRESS = re.compile(
    r"\b\d{1,3}(\.\d{1,3}){3}\b|(?<![\w:])([0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])",
    re.IGNORECASE,
)
_QUERY = re.compile(r"\?\S*")


def without_persons(text: str) -> str:
    """`text` without mail addresses, network addresses and what follows a “?”."""
    return _ADDRESS.sub("[address]", _MAIL.sub("[mail]", _QUERY.sub("?…", text)))


class JsonLines(logging.Formatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, part of the program, message and number of the request; of a failure, its kind and place."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "message": without_persons(record.getMessage()),
            "request": REQUEST_NUMBER.get() or getattr(record, "request_number", ""),
        }
        if status := getattr(record, "status_code", None):
            line["status"] = status
        if record.exc_info and record.exc_info[0]:
            # The failure's own words may quote what a person typed: only its kind and its place are kept.
            line["failure"] = record.exc_info[0].__name__
            line["where"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])[-8:]
            ]
        return json.dumps(
            {name: value for name, value in line.items() if value}, ensure_ascii=False
        )
