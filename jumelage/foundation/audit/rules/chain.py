"""The keyed hash that ties every line of the journal to the one before.

Source: RFC 2104 (HMAC) with SHA-256; the key is kept outside the database, so that whoever can write
in the database alone can neither change a line nor forge the ones after it.
"""

import hmac
import json
from hashlib import sha256
from typing import Any

START = ""


def digest_of(line: dict[str, Any], *, number: int, previous: str, key: str) -> str:
    """The digest of `line`, the `number`-th, after the one whose digest is `previous`."""
    text = json.dumps(
        [number, previous, line], sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return hmac.new(key.encode(), text.encode(), sha256).hexdigest()
