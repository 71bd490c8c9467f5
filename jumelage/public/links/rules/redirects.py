"""Where an address that moved leads: no circles, no dead ends made by hand.

Source: RFC 9110, §15.4 (redirections: clients detect circles); ours are refused when they are written.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from jumelage.foundation.kernel.errors import Refused

_PATH = re.compile(r"/(?!/)\S*$")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*$")


def plain(path: str) -> str:
    """A path as it is compared: decoded, without query and place, without a slash at its end."""
    return unquote(urlsplit(path).path).rstrip("/") or "/"


def check_redirect(old: str, target: str, *, others: Mapping[str, str]) -> None:
    """Accept that `old` leads to `target` beside `others` (old paths, plain, and where they lead).

    Raises Refused("redirect-path"), Refused("redirect-target") or Refused("redirect-circle").
    """
    if not _PATH.match(old) or plain(old) == "/":
        raise Refused("redirect-path", path=old)
    if not (_PATH.match(target) or _ADDRESS.match(target)):
        raise Refused("redirect-target", target=target)
    way = [plain(old)]
    table = {**others, way[0]: target}
    while target.startswith("/") and (here := plain(target)) in table:
        if here in way:
            raise Refused("redirect-circle", way=" → ".join([*way, here]))
        way.append(here)
        target = table[here]
